import ts from "typescript";
import type { IrClass, Shape } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import { isIndexed } from "./shape.ts";
import type { TypeParts } from "./type-parts.ts";
import { canMeet, partsOf } from "./type-parts.ts";

/**
 * Whether objects can be of a type, as a test at run time could find out: the type's required properties are there, and none has
 * a value that the type excludes. In doubt they can.
 */
export function couldBe(
  shared: SharedContext,
  candidate: IrClass | Shape | "array" | "function",
  parts: TypeParts,
): boolean {
  if (parts.anyObject) return true;
  return parts.objects.some((type) => couldBeObject(shared, candidate, type));
}

const ARRAY_PROPERTIES = new Set([...Object.getOwnPropertyNames(Array.prototype), "@@iterator", "@@unscopables"]);
const FUNCTION_PROPERTIES = new Set([
  "name",
  "length",
  "prototype",
  "call",
  "apply",
  "bind",
  "toString",
  "arguments",
  "caller",
  "@@hasInstance",
]);

function couldBeObject(
  shared: SharedContext,
  candidate: IrClass | Shape | "array" | "function",
  type: ts.Type,
): boolean {
  const { checker } = shared;
  const callable = type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
  if (candidate === "function") return callable || hasOnly(checker, type, FUNCTION_PROPERTIES);
  if (candidate === "array") {
    return (
      checker.isArrayType(type) || checker.isTupleType(type) || (!callable && hasOnly(checker, type, ARRAY_PROPERTIES))
    );
  }
  if (callable || checker.isArrayType(type) || checker.isTupleType(type)) return false;
  if ("dictionary" in candidate && candidate.dictionary) return true;
  const all = typesOfCandidate(shared, candidate);
  return all.length === 0 || all.some((own) => typeCouldBe(checker, own, type));
}

function typeCouldBe(checker: ts.TypeChecker, own: ts.Type, type: ts.Type): boolean {
  if (own === type || isIndexed(checker, own)) return true;
  return checker.getPropertiesOfType(type).every((property) => fits(checker, own, property));
}

function typesOfCandidate(shared: SharedContext, candidate: IrClass | Shape): ts.Type[] {
  if (!("type" in candidate)) return [...(shared.shapeTypes.get(candidate) ?? [])];
  const type = shared.classTypes.get(candidate) ?? typeOfLibraryClass(shared, candidate);
  return type ? [type] : [];
}

/** What TypeScript's own declarations say about a class of the library. */
function typeOfLibraryClass(shared: SharedContext, candidate: IrClass): ts.Type | undefined {
  const [source] = shared.modules.keys();
  if (!candidate.library || source === undefined) return undefined;
  shared.libraryTypes ??= new Map(
    shared.checker.getSymbolsInScope(source, ts.SymbolFlags.Interface).map((symbol) => [symbol.name, symbol]),
  );
  const symbol = shared.libraryTypes.get(candidate.name);
  return symbol && shared.checker.getDeclaredTypeOfSymbol(symbol);
}

function isOptional(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Optional) !== 0;
}

function hasOnly(checker: ts.TypeChecker, type: ts.Type, names: ReadonlySet<string>): boolean {
  return checker
    .getPropertiesOfType(type)
    .every((property) => isOptional(property) || names.has(property.name.replace(/^__@(.+)@\d+$/, "@@$1")));
}

/** The property of a type that has the name of another's; those that symbols name are not found by it. */
function propertyLike(checker: ts.TypeChecker, own: ts.Type, { name, escapedName }: ts.Symbol): ts.Symbol | undefined {
  if (!name.startsWith("__@")) return checker.getPropertyOfType(own, name);
  return checker.getPropertiesOfType(own).find((each) => each.escapedName === escapedName);
}

function fits(checker: ts.TypeChecker, own: ts.Type, property: ts.Symbol): boolean {
  const found = propertyLike(checker, own, property);
  if (found === undefined) return isOptional(property);
  if (isOptional(found) && isOptional(property)) return true;
  return canMeet(partsOf(checker, checker.getTypeOfSymbol(found)), partsOf(checker, checker.getTypeOfSymbol(property)));
}
