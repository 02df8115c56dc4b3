import type { Instruction } from "../../../wasm/index.ts";
import { BIGINT, HOST, NULLISH, SYMBOL, kindsOf, objectsOf, siteOf } from "../../infer/index.ts";
import type { CallTarget } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { INTEGER_REPRESENTATION } from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { keyOf, numberKey } from "./element-key.ts";
import { toInt32 } from "./numbers.ts";

/** Elements of typed arrays of integers where only their bits count: what is read or written needs no double in between. */

/** An element modulo 2³², 0 where there is none; `undefined` of what is no such element. */
export function elementBits(f: FunctionGenerator, expression: Expression): Instruction | undefined {
  if (expression.op === "narrow") return elementBits(f, expression.value);
  if (expression.op !== "element") return undefined;
  const target = onlyTarget(f, expression, "bits");
  if (!target) return undefined;
  const key = keyOf(f, expression, expression.key, f.value(expression.key));
  return f.convert(
    callInstance(f, target.instance, {
      receiver: f.value(expression.object),
      arguments: [{ value: () => numberKey(key), spreads: undefined }],
    }),
    INTEGER_REPRESENTATION,
  );
}

/** Writes a number to an element where nobody asks for the assigned value; `undefined` for what is no such element or no number. */
export function writeElementBits(f: FunctionGenerator, expression: Expression): Instruction | undefined {
  if (expression.op !== "setElement") return undefined;
  const target = onlyTarget(f, expression, "setBits");
  const value = f.node(expression.value);
  if (!target || !value || objectsOf(value).length > 0 || kindsOf(value) & (BIGINT | SYMBOL | HOST)) return undefined;
  const key = keyOf(f, expression, expression.key, f.value(expression.key));
  return callInstance(f, target.instance, {
    receiver: f.value(expression.object),
    arguments: [
      { value: () => numberKey(key), spreads: undefined },
      {
        value: () => ({ code: toInt32(f, expression.value), representation: INTEGER_REPRESENTATION, kinds: 0 }),
        spreads: undefined,
      },
    ],
  }).code;
}

/** The library's method for the elements of an object that is always a typed array of one class. */
function onlyTarget(
  f: FunctionGenerator,
  expression: ExpressionOf<"element"> | ExpressionOf<"setElement">,
  use: "bits" | "setBits",
): CallTarget | undefined {
  const object = f.node(expression.object);
  if (!object || kindsOf(object) & NULLISH || objectsOf(object).length !== 1) return undefined;
  if (!f.hasValue(expression.key)) return undefined;
  return targetsOf(f, siteOf(expression, use)).find(({ on }) => on === objectsOf(object)[0]);
}
