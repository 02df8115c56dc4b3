import type { Instruction, WasmFunction } from "../../wasm/index.ts";
import { call, f64, i32, i64, ifElse, localGet, localSet, op, ret, select } from "../../wasm/index.ts";
import type { Runtime } from "./runtime.ts";

/** ToInt32 of a number: modulo 2³², 0 for what is not finite. */
export function toInt32(runtime: Runtime, value: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("to int32", ["f64"], ["i32"], (_define, value) => [
      ifElse(op("f64.lt", op("f64.abs", localGet(value)), f64(2 ** 62)), [
        ret(op("i32.wrap_i64", op("i64.trunc_sat_f64_s", localGet(value)))),
      ]),
      op(
        "i32.wrap_i64",
        op(
          "i64.trunc_sat_f64_s",
          op(
            "f64.sub",
            localGet(value),
            op("f64.mul", op("f64.trunc", op("f64.div", localGet(value), f64(2 ** 32))), f64(2 ** 32)),
          ),
        ),
      ),
    ]);
  return call(make(), value);
}

/** A number as an index: an i32 if it is a whole number from 0 to 2³¹ − 1, else -1. */
export function toIndex(runtime: Runtime, value: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("to index", ["f64"], ["i32"], (define, value) => {
      const index = define("index", "i64");
      return [
        localSet(index, wholeToWideIndex(localGet(value))),
        select(
          op("i32.wrap_i64", localGet(index)),
          i32(-1),
          op(
            "i32.and",
            isNoFraction(() => localGet(value)),
            op("i64.lt_u", localGet(index), i64(2n ** 31n)),
          ),
        ),
      ];
    });
  return call(make(), value);
}

/** A number as an index: the whole number itself as an i64 if there may be elements there, else one that no length is above, as unsigned. */
export function toWideIndex(runtime: Runtime, value: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("to wide index", ["f64"], ["i64"], (_define, value) => [
      select(
        wholeToWideIndex(localGet(value)),
        i64(-1n),
        isNoFraction(() => localGet(value)),
      ),
    ]);
  return call(make(), value);
}

/**
 * The same of what is no fraction: added to 2⁵², a whole number below that makes the lowest bits of the sum. Sums of all others have more bits
 * above those, or a sign, and NaN has too.
 */
export function wholeToWideIndex(value: Instruction): Instruction {
  return op("i64.sub", op("i64.reinterpret_f64", op("f64.add", value, f64(2 ** 52))), i64(0x4330n << 48n));
}

/** Whether a number is whole, if it is from 0 to 2⁵². */
export function isNoFraction(value: () => Instruction): Instruction {
  return op("f64.eq", op("f64.sub", op("f64.add", value(), f64(2 ** 52)), f64(2 ** 52)), value());
}
