import type { Instruction, Local } from "../../../../wasm/index.ts";
import {
  arrayCopy,
  arrayFill,
  arrayGet,
  arrayGetS,
  arrayGetU,
  arrayNewDefault,
  arraySet,
  block,
  call,
  createLabel,
  createLocal,
  drop,
  f64,
  i32,
  i64,
  localGet,
  localSet,
  localTee,
  op,
  refNull,
} from "../../../../wasm/index.ts";
import type { TypedElement } from "../../../infer/index.ts";
import { NUMBER, typedElement } from "../../../infer/index.ts";
import type { Value } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import { LONG_REPRESENTATION, reference } from "../../representation.ts";
import type { Intrinsic, IntrinsicGenerators } from "./arguments.ts";
import { argument, as, boolean, float, int, int32, integer, number, string, text } from "./arguments.ts";

/** Storages of packed numbers, by indices that are in range. */
export const typedIntrinsics: IntrinsicGenerators = {
  $typedNew: (f, e) => {
    const array = f.program.layouts.typed(typedElement(e));
    return { code: arrayNewDefault(array, int(f, e, 1)), representation: reference(array), kinds: 0 };
  },
  $typedLength: (f, e) => integer(op("array.len", storage(f, e, 1, typedElement(e)))),
  $typedGet: (f, e) => numberAt(f, e),
  $typedSet: (f, e) => {
    const element = typedElement(e);
    const array = f.program.layouts.typed(element);
    return [arraySet(array, storage(f, e, 1, element), int(f, e, 2), packed(f, e, 3))];
  },
  $typedCopy: (f, e) => {
    const element = typedElement(e);
    const array = f.program.layouts.typed(element);
    return [
      arrayCopy(
        array,
        array,
        storage(f, e, 1, element),
        int(f, e, 2),
        storage(f, e, 3, element),
        int(f, e, 4),
        int(f, e, 5),
      ),
    ];
  },
  $typedFill: (f, e) => {
    const element = typedElement(e);
    const value = createLocal("value", element === "i8" || element === "i16" ? "i32" : element);
    const start = createLocal("from", "i32");
    return [
      block(createLabel("fill"), undefined, [
        localSet(value, packed(f, e, 2)),
        localSet(start, int(f, e, 3)),
        arrayFill(
          f.program.layouts.typed(element),
          storage(f, e, 1, element),
          localGet(start),
          localGet(value),
          op("i32.sub", int(f, e, 4), localGet(start)),
        ),
      ]),
    ];
  },
  $within: (f, e) => {
    const index = f.value(argument(e, 0));
    return boolean(
      index.representation.type === "long"
        ? op("i64.lt_u", index.code, op("i64.extend_i32_u", int(f, e, 1)))
        : op("i32.lt_u", int(f, e, 0), int(f, e, 1)),
    );
  },
  $typedWord: (f, e) => integer(wordAt(f, e)),
  $typedSetWord: (f, e) => setWord(f, e),
  $stringFromUnits: (f, e) =>
    string(call(f.program.imports.string("fromCharCodeArray"), storage(f, e, 0, "i16"), int(f, e, 1), int(f, e, 2))),
  $stringIntoUnits: (f, e) => [
    drop(call(f.program.imports.string("intoCharCodeArray"), text(f, e, 0), storage(f, e, 1, "i16"), int(f, e, 2))),
  ],
};

function storage(f: FunctionGenerator, expression: Intrinsic, index: number, element: TypedElement): Instruction {
  return as(f, expression, index, reference(f.program.layouts.typed(element)));
}

function numberType({ arguments: [type] }: Intrinsic): string {
  return type?.op === "string" ? type.value : "";
}

function numberAt(f: FunctionGenerator, expression: Intrinsic): Value {
  const element = typedElement(expression);
  const array = f.program.layouts.typed(element);
  const operands = [storage(f, expression, 1, element), int(f, expression, 2)] as const;
  switch (numberType(expression)) {
    case "i8":
    case "i16":
      return integer(arrayGetS(array, ...operands));
    case "u8":
    case "u16":
      return integer(arrayGetU(array, ...operands));
    case "u32": {
      const read = arrayGet(array, ...operands);
      if (f.representation(expression).type !== "long") return number(op("f64.convert_i32_u", read));
      return { code: op("i64.extend_i32_u", read), representation: LONG_REPRESENTATION, kinds: NUMBER };
    }
    case "f32":
      return number(op("f64.promote_f32", arrayGet(array, ...operands)));
    case "f64": {
      const read = arrayGet(array, ...operands);
      // Arithmetic makes an ordinary NaN of one that stands for undefined.
      return number(f.program.analysis.typed.writesDoublesByWords ? op("f64.sub", read, f64(0)) : read);
    }
    default:
      return integer(arrayGet(array, ...operands));
  }
}

/** A number as its storage takes it. */
function packed(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  switch (numberType(expression)) {
    case "f32":
      return op("f32.demote_f64", float(f, expression, index));
    case "f64":
      return float(f, expression, index);
    default:
      return int32(f, expression, index);
  }
}

function wordAt(f: FunctionGenerator, expression: Intrinsic): Instruction {
  const element = typedElement(expression);
  const array = f.program.layouts.typed(element);
  const held = storage(f, expression, 1, element);
  if (element === "f32") return op("i32.reinterpret_f32", arrayGet(array, held, int(f, expression, 2)));
  const at = createLocal("word", "i32");
  const bits = op(
    "i64.reinterpret_f64",
    arrayGet(array, held, op("i32.shr_u", localTee(at, int(f, expression, 2)), i32(1))),
  );
  return op("i32.wrap_i64", op("i64.shr_u", bits, shiftOf(at)));
}

function setWord(f: FunctionGenerator, expression: Intrinsic): Instruction[] {
  const element = typedElement(expression);
  const array = f.program.layouts.typed(element);
  const held = storage(f, expression, 1, element);
  if (element === "f32") {
    return [arraySet(array, held, int(f, expression, 2), op("f32.reinterpret_i32", int32(f, expression, 3)))];
  }
  const kept = createLocal("storage", refNull(array));
  const at = createLocal("word", "i32");
  const index = (): Instruction => op("i32.shr_u", localGet(at), i32(1));
  const others = op(
    "i64.and",
    op("i64.reinterpret_f64", arrayGet(array, localGet(kept), index())),
    op("i64.shr_u", i64(-(2n ** 32n)), shiftOf(at)),
  );
  const word = op("i64.shl", op("i64.extend_i32_u", int32(f, expression, 3)), shiftOf(at));
  return [
    localSet(kept, held),
    localSet(at, int(f, expression, 2)),
    arraySet(array, localGet(kept), index(), op("f64.reinterpret_i64", op("i64.or", others, word))),
  ];
}

/** By how many bits the word at an index of a storage of doubles is shifted. */
function shiftOf(at: Local): Instruction {
  return op("i64.extend_i32_u", op("i32.shl", op("i32.and", localGet(at), i32(1)), i32(5)));
}
