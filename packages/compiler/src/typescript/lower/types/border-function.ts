import ts from "typescript";
import type { BorderFunction, BorderParameter, BorderType } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import { borderTypeIfGiven, borderTypeOf, defineBorderType } from "./border-type.ts";

/** A function, as all of its overloads together see it. */
export function borderFunction(
  shared: SharedContext,
  type: ts.Type,
  signatures: readonly ts.Signature[],
): BorderFunction {
  return defineBorderType(shared, type, emptyFunction(), (made) => fillFunction(shared, made, signatures));
}

/** A function without parameters and result, to be filled. */
export function emptyFunction(): BorderFunction {
  return { type: "function", parameters: [], result: { type: "undefined" }, async: false };
}

/** Adds what the signatures say. */
export function fillFunction(shared: SharedContext, made: BorderFunction, signatures: readonly ts.Signature[]): void {
  const lists = signatures.map((signature) => parametersOf(shared, signature));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let index = 0; index < longest; index++) {
    const present = lists.flatMap((list) => list[index] ?? []);
    const [first] = present;
    if (!first) break;
    made.parameters.push({
      name: first.name,
      type: unionOf(present.map((parameter) => parameter.type)),
      optional: present.length < lists.length || present.some((parameter) => parameter.optional),
      rest: present.some((parameter) => parameter.rest),
    });
  }
  made.result = unionOf(signatures.map((signature) => borderTypeOf(shared, signature.getReturnType())));
  made.async = made.result.type === "library" && made.result.name === "Promise";
}

function parametersOf(shared: SharedContext, signature: ts.Signature): BorderParameter[] {
  const { checker } = shared;
  return signature.parameters.map((symbol) => {
    const declaration = symbol.valueDeclaration;
    const type = checker.getTypeOfSymbol(symbol);
    const written = declaration && ts.isParameter(declaration) ? declaration : undefined;
    const rest = written?.dotDotDotToken !== undefined;
    const optional = !rest && written !== undefined && checker.isOptionalParameter(written);
    const inner = optional ? borderTypeIfGiven(shared, type) : borderTypeOf(shared, type);
    return { name: symbol.name, type: inner, optional, rest };
  });
}

function unionOf(types: readonly BorderType[]): BorderType {
  const members = [...new Set(types)];
  const [first] = members;
  return members.length === 1 && first ? first : { type: "union", members };
}
