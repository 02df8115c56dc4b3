import type { Instruction } from "../../../../wasm/index.ts";
import {
  arrayCopy,
  arrayFill,
  block,
  createLabel,
  createLocal,
  drop,
  localGet,
  localSet,
  op,
  structGet,
  unreachable,
} from "../../../../wasm/index.ts";
import { kindsOf, objectsOf } from "../../../infer/index.ts";
import { arrayWithRoom, elementAt, setElementAt } from "../../array-access.ts";
import type { Value } from "../../coerce.ts";
import { impossible } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import type { ArrayLayout } from "../../array-layouts.ts";
import type { Representation } from "../../representation.ts";
import { reference, valueType } from "../../representation.ts";
import type { Intrinsic, IntrinsicGenerators } from "./arguments.ts";
import { argument, as, int } from "./arguments.ts";

/** Arrays, by indices that are in range. */
export const arrayIntrinsics: IntrinsicGenerators = {
  $arrayNew(f, e) {
    const made = objectsOf(f.node(e)!).find((object) => object.type === "array");
    if (!made) throw new Error("$arrayNew makes an array");
    const layout = f.program.layouts.arrays.of(made);
    return { code: arrayWithRoom(layout, int(f, e, 0)), representation: reference(layout.struct), kinds: 0 };
  },
  $arrayGet: (f, e) =>
    onArray(f, e, 0, f.representation(e), (layout, array, element) =>
      f.convert(
        { code: elementAt(layout, array, int(f, e, 1)), representation: layout.element, kinds: element },
        f.representation(e),
      ),
    ),
  $arraySet: (f, e) =>
    change(f, e, (layout, array) => setElementAt(layout, array, int(f, e, 1), as(f, e, 2, layout.element))),
  $arrayPush: (f, e) =>
    effect(f, e, (layout, array) => f.program.arrays.push(layout, array, as(f, e, 1, layout.element))),
  $arraySetLength: (f, e) => effect(f, e, (layout, array) => f.program.arrays.setLength(layout, array, int(f, e, 1))),
  $arrayFill: (f, e) =>
    change(f, e, (layout, array) => {
      const start = createLocal("from", "i32");
      const value = createLocal("value", valueType(layout.element));
      return block(createLabel("fill"), undefined, [
        localSet(value, as(f, e, 1, layout.element)),
        localSet(start, int(f, e, 2)),
        arrayFill(
          layout.data,
          structGet(layout.struct, 1, array),
          localGet(start),
          localGet(value),
          op("i32.sub", int(f, e, 3), localGet(start)),
        ),
      ]);
    }),
  $arrayCopy: (f, e) => arrayCopyOf(f, e),
};

/** Code for the array that an argument is, by its layout. */
function onArray(
  f: FunctionGenerator,
  expression: Intrinsic,
  index: number,
  wanted: Representation,
  code: (layout: ArrayLayout, array: Instruction, kinds: number) => Instruction,
): Value {
  const given = argument(expression, index);
  const array = f.node(given) && objectsOf(f.node(given)!).find((object) => object.type === "array");
  const kinds = f.node(expression) ? kindsOf(f.node(expression)!) : 0;
  if (!array) return { code: impossible(f.value(given).code, wanted), representation: wanted, kinds };
  const layout = f.program.layouts.arrays.of(array);
  return { code: code(layout, f.valueAs(given, reference(layout.struct)), kinds), representation: wanted, kinds };
}

/** Does something with the array that the first argument is. */
function effect(
  f: FunctionGenerator,
  expression: Intrinsic,
  code: (layout: ArrayLayout, array: Instruction) => Instruction,
): Instruction[] {
  const given = argument(expression, 0);
  const array = f.node(given) && objectsOf(f.node(given)!).find((object) => object.type === "array");
  if (!array) return [drop(f.value(given).code), unreachable()];
  const layout = f.program.layouts.arrays.of(array);
  return [code(layout, f.valueAs(given, reference(layout.struct)))];
}

/** Changes the array that the first argument is. */
function change(
  f: FunctionGenerator,
  expression: Intrinsic,
  code: (layout: ArrayLayout, array: Instruction) => Instruction,
): Instruction[] {
  return effect(f, expression, (layout, array) => {
    if (!layout.watched) return code(layout, array);
    const kept = f.keep(array, reference(layout.struct));
    return block(createLabel("change"), undefined, [
      kept.set,
      ...f.program.arrays.changed(layout, kept.again),
      code(layout, kept.again()),
    ]);
  });
}

function arrayCopyOf(f: FunctionGenerator, expression: Intrinsic): Instruction[] {
  const source = argument(expression, 2);
  const from = f.node(source) && objectsOf(f.node(source)!).find((object) => object.type === "array");
  return change(f, expression, (layout, target) => {
    if (!from) return unreachable();
    const given = f.program.layouts.arrays.of(from);
    const sourceArray = f.valueAs(source, reference(given.struct));
    if (given === layout) {
      return arrayCopy(
        layout.data,
        layout.data,
        structGet(layout.struct, 1, target),
        int(f, expression, 1),
        structGet(layout.struct, 1, sourceArray),
        int(f, expression, 3),
        int(f, expression, 4),
      );
    }
    return f.program.arrays.copyBetween(
      layout,
      given,
      [target, int(f, expression, 1), sourceArray, int(f, expression, 3), int(f, expression, 4)],
      (code) => f.convert({ code, representation: given.element, kinds: -1 }, layout.element),
    );
  });
}
