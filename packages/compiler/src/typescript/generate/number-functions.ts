import type { Instruction, Local, WasmFunction } from "../../wasm/index.ts";
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
      const index = define("index", "i32");
      return [
        localSet(index, op("i32.trunc_sat_f64_s", localGet(value))),
        select(
          localGet(index),
          i32(-1),
          op(
            "i32.and",
            op("f64.eq", op("f64.convert_i32_s", localGet(index)), localGet(value)),
            op("i32.ge_s", localGet(index), i32(0)),
          ),
        ),
      ];
    });
  return call(make(), value);
}

/** The remainder as `%` gives it. */
export function remainder(runtime: Runtime, left: Instruction, right: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("remainder", ["f64", "f64"], ["f64"], (define, dividend, divisor) => {
      if (!divisor) throw new Error("a function of two parameters has two");
      const first = define("first", "i64");
      const second = define("second", "i64");
      const isInteger = (integer: Local, value: Local): Instruction =>
        op("f64.eq", op("f64.convert_i64_s", localGet(integer)), localGet(value));
      return [
        localSet(divisor, op("f64.abs", localGet(divisor))),
        localSet(first, op("i64.trunc_sat_f64_s", localGet(dividend))),
        localSet(second, op("i64.trunc_sat_f64_s", localGet(divisor))),
        ifElse(
          op(
            "i32.and",
            op("i32.and", isInteger(first, dividend), isInteger(second, divisor)),
            op(
              "i32.and",
              op("i64.gt_s", localGet(second), i64(0n)),
              op(
                "i32.and",
                op("f64.lt", op("f64.abs", localGet(dividend)), f64(2 ** 53)),
                op("f64.lt", localGet(divisor), f64(2 ** 53)),
              ),
            ),
          ),
          [
            ret(
              op(
                "f64.copysign",
                op("f64.convert_i64_s", op("i64.rem_s", localGet(first), localGet(second))),
                localGet(dividend),
              ),
            ),
          ],
        ),
        call(runtime.imports.javascript("number_remainder"), localGet(dividend), localGet(divisor)),
      ];
    });
  return call(make(), left, right);
}
