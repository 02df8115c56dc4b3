import { siteOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { callInstance, targetsOf } from "./direct-call.ts";

/** An operator as a call of the library's function for it; `undefined` if the analysis has found none to be needed. */
export function libraryOperation(
  f: FunctionGenerator,
  expression: Expression,
  operands: readonly Expression[],
): Value | undefined {
  return operationOf(
    f,
    expression,
    operands.map((operand) => () => f.value(operand)),
  );
}

/** The same, of operands that are there already. */
export function operationOf(
  f: FunctionGenerator,
  expression: Expression,
  operands: readonly (() => Value)[],
): Value | undefined {
  const target = targetsOf(f, siteOf(expression, "library"))[0];
  if (!target) return undefined;
  return callInstance(f, target.instance, { arguments: operands.map((value) => ({ value, spreads: undefined })) });
}
