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
  const general = signatures.length > 1 ? implementationWithRest(shared, signatures) : undefined;
  const lists = (general ? [general] : signatures).map((signature) => parametersOf(shared, signature));
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

/** What overloads stand for, if it takes all further arguments: the overloads then only say how many there may be. */
function implementationWithRest(
  { checker }: SharedContext,
  signatures: readonly ts.Signature[],
): ts.Signature | undefined {
  const symbol = signatures[0]?.declaration && checker.getSymbolAtLocation(nameOf(signatures[0].declaration));
  const implementation = symbol?.declarations?.find(
    (node): node is ts.FunctionDeclaration | ts.MethodDeclaration =>
      (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body !== undefined,
  );
  const takesRest = implementation?.parameters.at(-1)?.dotDotDotToken !== undefined;
  return implementation && takesRest ? checker.getSignatureFromDeclaration(implementation) : undefined;
}

function nameOf(declaration: ts.SignatureDeclaration | ts.JSDocSignature): ts.Node {
  return ("name" in declaration && declaration.name) || declaration;
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
