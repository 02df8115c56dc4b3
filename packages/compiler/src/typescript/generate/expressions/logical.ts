import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, drop, ifElse, localGet, localSet } from "../../../wasm/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { valueType } from "../representation.ts";
import { generateTruth, isNullish } from "./tests.ts";

/** `&&`, `||` and `??`. */
export function generateLogical(f: FunctionGenerator, expression: ExpressionOf<"logical">): Instruction {
  const { operator, left, right } = expression;
  const wanted = f.representation(expression);
  const first = f.value(left);
  if (!f.hasValue(left)) {
    // Nothing was ever put there: if it is reached at all, it is undefined.
    const rest = operator !== "&&" && f.node(right) ? f.valueAs(right, wanted) : undefinedAs(wanted);
    return block(createLabel("logical"), valueType(wanted), [drop(first.code), rest]);
  }
  const local = createLocal("left", valueType(first.representation));
  const again: Value = { ...first, code: localGet(local) };
  const test = operator === "??" ? isNullish(f, again) : generateTruth(f, again, f.node(left));
  const keep = f.convert(again, wanted);
  const other = f.node(right) ? f.valueAs(right, wanted) : keep;
  const [then, otherwise] = operator === "||" ? [keep, other] : [other, keep];
  return block(createLabel("logical"), valueType(wanted), [
    localSet(local, first.code),
    ifElse(test, [then], [otherwise], valueType(wanted)),
  ]);
}
