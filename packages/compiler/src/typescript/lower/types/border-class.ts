import ts from "typescript";
import type { BorderMember } from "../../ir/index.ts";
import { classOf } from "../classes/class-of.ts";
import type { SharedContext } from "../context.ts";
import { emptyFunction, fillFunction } from "./border-function.ts";
import type { BorderTypeOf } from "./border-type.ts";
import { borderTypeIfGiven, borderTypeOf, defineBorderType } from "./border-type.ts";
import { propertyNameOf } from "./property-name.ts";

/** A class as a value, with its public static members. */
export function borderClass(
  shared: SharedContext,
  type: ts.Type,
  declaration: ts.ClassLikeDeclaration,
): BorderTypeOf<"class"> {
  const made: BorderTypeOf<"class"> = {
    type: "class",
    class: classOf(shared, declaration),
    construct: undefined,
    instance: { type: "any" },
    statics: [],
  };
  return defineBorderType(shared, type, made, () => {
    const { checker } = shared;
    made.instance = borderTypeOf(shared, checker.getDeclaredTypeOfSymbol(type.symbol));
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const constructors = declaration.members.filter(ts.isConstructorDeclaration);
    const isAbstract = ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract;
    if (!isAbstract && !constructors.some((node) => ts.getCombinedModifierFlags(node) & hidden)) {
      made.construct = emptyFunction();
      fillFunction(shared, made.construct, type.getConstructSignatures());
      made.construct.result = made.instance;
    }
    made.statics.push(...membersOf(shared, checker.getPropertiesOfType(type)));
  });
}

/** An instance of a class, with its public members, those it inherits included. */
export function borderInstance(
  shared: SharedContext,
  type: ts.TypeReference,
  declaration: ts.ClassLikeDeclaration,
): BorderTypeOf<"instance"> {
  const made: BorderTypeOf<"instance"> = {
    type: "instance",
    class: classOf(shared, declaration),
    arguments: [],
    members: [],
  };
  return defineBorderType(shared, type, made, () => {
    const { checker } = shared;
    const parameters = type.target?.typeParameters?.length ?? 0;
    const types = checker.getTypeArguments(type).slice(0, parameters);
    made.arguments.push(...types.map((each) => borderTypeOf(shared, each)));
    made.members.push(...membersOf(shared, checker.getPropertiesOfType(type)));
  });
}

function membersOf(shared: SharedContext, properties: readonly ts.Symbol[]): BorderMember[] {
  const { checker } = shared;
  const members: BorderMember[] = [];
  for (const property of properties) {
    const [declaration] = property.declarations ?? [];
    const flags = declaration ? ts.getCombinedModifierFlags(declaration) : 0;
    if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) continue;
    // What a library class has that the program extends is there anyway.
    if (property.flags & ts.SymbolFlags.Prototype || !isOfProgram(shared, property)) continue;
    const name = propertyNameOf(shared, property);
    if (name.startsWith("@@#")) continue;
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const declared = checker.getTypeOfSymbol(property);
    const type = optional ? borderTypeIfGiven(shared, declared) : borderTypeOf(shared, declared);
    members.push({ name, kind: kindOf(property), type, optional, readonly: isReadonly(property) });
  }
  return members;
}

function isOfProgram(shared: SharedContext, property: ts.Symbol): boolean {
  return property.declarations?.some((node) => shared.modules.has(node.getSourceFile())) ?? false;
}

/** Declared `readonly`. */
export function isReadonly(property: ts.Symbol): boolean {
  return (property.declarations ?? []).some(
    (node) => (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Readonly) !== 0,
  );
}

function kindOf(property: ts.Symbol): BorderMember["kind"] {
  if (property.flags & ts.SymbolFlags.Method) return "method";
  const get = property.flags & ts.SymbolFlags.GetAccessor;
  const set = property.flags & ts.SymbolFlags.SetAccessor;
  if (get && set) return "accessor";
  if (get) return "get";
  return set ? "set" : "field";
}
