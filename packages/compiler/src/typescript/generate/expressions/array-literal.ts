import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, localGet, localSet } from "../../../wasm/index.ts";
import { objectsOf } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import { arrayOfValues } from "../array-access.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { reference, valueType } from "../representation.ts";
import { argumentsOf } from "./arguments.ts";
import { appendSpread } from "./spread.ts";

/** `[a, ...b]` */
export function generateArray(f: FunctionGenerator, expression: ExpressionOf<"array">): Instruction {
  const array = objectsOf(f.node(expression)!).find((object) => object.type === "array");
  if (!array) throw new Error("an array literal makes an array");
  const layout = f.program.layouts.arrays.of(array);
  const wanted = f.representation(expression);
  const held = reference(layout.struct);
  const args = argumentsOf(f, expression.elements);
  const firstSpread = args.findIndex(({ spreads }) => spreads);
  const plain = (firstSpread < 0 ? args : args.slice(0, firstSpread)).map((argument) =>
    f.convert(argument.value(), layout.element),
  );
  if (firstSpread < 0) {
    return f.convert({ code: arrayOfValues(layout, plain), representation: held, kinds: 0 }, wanted);
  }
  const list = createLocal("array", valueType(held));
  const instructions: Instruction[] = [localSet(list, arrayOfValues(layout, plain))];
  for (const argument of args.slice(firstSpread)) {
    if (argument.spreads) instructions.push(...appendSpread(f, layout, list, argument.spreads));
    else instructions.push(f.program.arrays.push(layout, localGet(list), f.convert(argument.value(), layout.element)));
  }
  return block(createLabel("array"), valueType(wanted), [
    ...instructions,
    f.convert({ code: localGet(list), representation: held, kinds: 0 }, wanted),
  ]);
}
