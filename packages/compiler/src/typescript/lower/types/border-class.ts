import ts from "typescript";
import type { BorderMember } from "../../ir/index.ts";
import { classOf } from "../classes/class-of.ts";
import type { SharedContext } from "../context.ts";
import { emptyFunction, fillFunction } from "./border-function.ts";
import type { BorderTypeOf } from "./border-type.ts";
import { borderTypeIfGiven, borderTypeOf, defineBorderType } from "./border-type.ts";
import { propertyNameOf } from "./property-name.ts";

/** A class as a value, with the members that are public. */
export function borderClass(
  shared: SharedContext,
  type: ts.Type,
  declaration: ts.ClassLikeDeclaration,
): BorderTypeOf<"class"> {
  const made: BorderTypeOf<"class"> = {
    type: "class",
    class: classOf(shared, declaration),
    construct: emptyFunction(),
    members: [],
    statics: [],
  };
  return defineBorderType(shared, type, made, () => {
    const { checker } = shared;
    const instance = checker.getDeclaredTypeOfSymbol(type.symbol);
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const constructors = declaration.members.filter(ts.isConstructorDeclaration);
    if (!constructors.some((node) => ts.getCombinedModifierFlags(node) & hidden)) {
      fillFunction(shared, made.construct, type.getConstructSignatures());
    }
    made.construct.result = borderTypeOf(shared, instance);
    made.members.push(...membersOf(shared, checker.getPropertiesOfType(instance)));
    made.statics.push(...membersOf(shared, checker.getPropertiesOfType(type)));
  });
}

function membersOf(shared: SharedContext, properties: readonly ts.Symbol[]): BorderMember[] {
  const { checker } = shared;
  const members: BorderMember[] = [];
  for (const property of properties) {
    const [declaration] = property.declarations ?? [];
    const flags = declaration ? ts.getCombinedModifierFlags(declaration) : 0;
    if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) continue;
    if (property.flags & ts.SymbolFlags.Prototype) continue;
    const name = propertyNameOf(property);
    if (name.startsWith("@@#")) continue;
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const declared = checker.getTypeOfSymbol(property);
    const type = optional ? borderTypeIfGiven(shared, declared) : borderTypeOf(shared, declared);
    members.push({ name, kind: kindOf(property), type, optional });
  }
  return members;
}

function kindOf(property: ts.Symbol): BorderMember["kind"] {
  if (property.flags & ts.SymbolFlags.Method) return "method";
  const get = property.flags & ts.SymbolFlags.GetAccessor;
  const set = property.flags & ts.SymbolFlags.SetAccessor;
  if (get && set) return "accessor";
  if (get) return "get";
  return set ? "set" : "field";
}
