import ts from "typescript";
import type { BorderParameter } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import type { Asked } from "./asked.ts";
import { askedOf, mostAsked } from "./asked.ts";
import { absenceOf } from "./absence.ts";

/*
 * A function that asks whether a parameter is there, although the parameter's type says that it is, expects callers whom no checker has seen:
 * `if (!items) return []`. To such a function JavaScript may pass `undefined` and `null`.
 */

/** Marks the parameters of a function that it asks for. */
export function markLenient(
  shared: SharedContext,
  signature: ts.Signature,
  parameters: readonly BorderParameter[],
): void {
  const declaration = signature.declaration;
  if (!declaration || !ts.isFunctionLike(declaration) || !("body" in declaration) || !declaration.body) return;
  const { body } = declaration;
  const written = declaration.parameters.filter(({ name }) => !ts.isIdentifier(name) || name.text !== "this");
  written.forEach((parameter, index) => {
    const made = parameters[index];
    if (!made || made.rest || !ts.isIdentifier(parameter.name)) return;
    const asked = askedOfParameter(shared.checker, parameter.name, body);
    // A default value takes the place of `undefined` alone.
    const absence = absenceOf(shared, made, asked && parameter.initializer ? mostAsked(asked, 3) : asked, "parameter");
    made.type = absence.type;
    if (absence.lenient) made.lenient = true;
  });
}

/** Names of the parameters of a function whose body asks whether they are there, and how. */
export function askedParameters(
  checker: ts.TypeChecker,
  { parameters, body }: { parameters: readonly ts.ParameterDeclaration[]; body: ts.Node },
): string[] {
  return parameters.flatMap(({ name }) => {
    const asked = ts.isIdentifier(name) ? askedOfParameter(checker, name, body) : 0;
    return asked > 0 ? [`${name.getText()} ${asked}`] : [];
  });
}

function askedOfParameter(checker: ts.TypeChecker, parameter: ts.Identifier, body: ts.Node): Asked {
  const symbol = checker.getSymbolAtLocation(parameter);
  let most: Asked = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === parameter.text) {
      const asked = askedOf(node);
      if (asked > most && checker.getSymbolAtLocation(node) === symbol) most = mostAsked(most, asked);
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return most;
}
