import ts from "typescript";
import type { BorderFunction, BorderParameter, BorderType } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import {
  borderTypeIfGiven,
  borderTypeOf,
  borderTypeOfAll,
  defineBorderType,
  elementOf,
  fieldsOf,
} from "./border-type.ts";
import { markLenient } from "./lenient-parameters.ts";

/** A function, as all of its overloads together see it. */
export function borderFunction(
  shared: SharedContext,
  type: ts.Type,
  signatures: readonly ts.Signature[],
): BorderFunction {
  return defineBorderType(shared, type, emptyFunction(), (made) => {
    fillFunction(shared, made, signatures);
    made.fields.push(...fieldsOf(shared, type).filter(({ name }) => name !== "prototype"));
  });
}

/** Functions of several types, as one function: which of them a value is does not show when it crosses. */
export function borderFunctions(shared: SharedContext, types: readonly ts.Type[]): BorderFunction {
  const key = types.map((type) => (type as ts.Type & { id: number }).id).join();
  const known = shared.mergedFunctions.get(key);
  if (known) return known;
  const made = emptyFunction();
  shared.mergedFunctions.set(key, made);
  const signatures = types.flatMap((type) => type.getCallSignatures());
  fillFunction(shared, made, signatures);
  return made;
}

/** A function without parameters and result, to be filled. */
export function emptyFunction(): BorderFunction {
  return { type: "function", parameters: [], result: { type: "undefined" }, async: false, fields: [] };
}

/** Adds what the signatures say. */
export function fillFunction(shared: SharedContext, made: BorderFunction, signatures: readonly ts.Signature[]): void {
  const lists = signatures.map((signature) => parametersOf(shared, signature));
  const isOpen = lists.length > 1 && lists.some((list) => restIndex(list) >= 0);
  const implementation = lists.length > 1 ? implementationOf(shared, signatures) : undefined;
  const own = implementation && parametersOf(shared, implementation);
  // What takes all further arguments is told how many there are, whatever its overloads say.
  if (own && (isOpen || restIndex(own) >= 0)) made.parameters.push(...mergedParameters(shared, [own]));
  else made.parameters.push(...(isOpen ? looseParameters(shared, lists) : mergedParameters(shared, lists)));
  const written = implementation ?? signatures[0];
  if (written) markLenient(shared, written, made.parameters);
  made.result = borderTypeOfAll(
    shared,
    signatures.map((signature) => signature.getReturnType()),
  );
  made.async = made.result.type === "library" && made.result.name === "Promise";
}

interface Parameter {
  name: string;
  /** Of the rest parameter, that of the array. */
  type: ts.Type;
  optional: boolean;
  rest: boolean;
}

function parametersOf({ checker }: SharedContext, signature: ts.Signature): Parameter[] {
  return signature.parameters.map((symbol) => {
    const declaration = symbol.valueDeclaration;
    const type = checker.getTypeOfSymbol(symbol);
    const written = declaration && ts.isParameter(declaration) ? declaration : undefined;
    const rest = written?.dotDotDotToken !== undefined;
    const optional = !rest && written !== undefined && checker.isOptionalParameter(written);
    return { name: symbol.name, type, optional, rest };
  });
}

function restIndex(list: readonly Parameter[]): number {
  return list.findIndex(({ rest }) => rest);
}

/** The function behind overloads, which do not say where it takes all further arguments. */
function implementationOf({ checker }: SharedContext, signatures: readonly ts.Signature[]): ts.Signature | undefined {
  const declaration = signatures[0]?.declaration;
  const symbol = declaration && "symbol" in declaration ? (declaration.symbol as ts.Symbol | undefined) : undefined;
  const written = symbol?.declarations?.find(
    (each) => (ts.isFunctionDeclaration(each) || ts.isMethodDeclaration(each)) && each.body !== undefined,
  );
  return written && checker.getSignatureFromDeclaration(written as ts.SignatureDeclaration);
}

/** What all lists say of each parameter. */
function mergedParameters(shared: SharedContext, lists: readonly Parameter[][]): BorderParameter[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => {
    const present = lists.flatMap((list) => list[index] ?? []);
    const { name, rest } = present[0]!;
    const optional = !rest && (present.length < lists.length || present.some((parameter) => parameter.optional));
    const types = present.map(({ type }) => type);
    if (rest && present[0]) return { name, type: restType(shared, present[0]), optional, rest };
    const [only] = types;
    const given = only && types.length === 1 && optional ? borderTypeIfGiven(shared, only) : undefined;
    return { name, type: given ?? borderTypeOfAll(shared, types), optional, rest };
  });
}

/** The array of all further arguments, which may have a type that only says so when it is instantiated. */
function restType(shared: SharedContext, parameter: Parameter): BorderType {
  const type = borderTypeOf(shared, parameter.type);
  if (type.type === "array" || type.type === "tuple") return type;
  return { type: "array", element: borderTypeOf(shared, argumentType(shared, parameter)), readonly: false };
}

/** Where only some take all further arguments, all do from there on: how many are given must be the same on both sides. */
function looseParameters(shared: SharedContext, lists: readonly Parameter[][]): BorderParameter[] {
  const count = Math.min(...lists.map(restIndex).filter((index) => index >= 0));
  const before = mergedParameters(
    shared,
    lists.map((list) => list.slice(0, count)),
  );
  const types = lists.flatMap((list) => list.slice(count)).map((each) => argumentType(shared, each));
  const element = borderTypeOfAll(shared, types);
  const name = lists.find((list) => restIndex(list) === count)?.[count]?.name ?? "values";
  const type: BorderType = { type: "array", element, readonly: false };
  return [...before, { name, type, optional: false, rest: true }];
}

/** The type of each argument that a parameter takes. */
function argumentType(shared: SharedContext, { type, rest }: Parameter): ts.Type {
  return rest ? elementOf(shared, type) : type;
}
