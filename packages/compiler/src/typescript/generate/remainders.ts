import type { Instruction, Local, WasmFunction } from "../../wasm/index.ts";
import { call, f64, i64, ifElse, localGet, localSet, op, ret } from "../../wasm/index.ts";
import { isNoFraction, wholeToWideIndex } from "./number-functions.ts";
import type { Runtime } from "./runtime.ts";

/** The remainder of two numbers as `%` gives it. */
export function remainder(runtime: Runtime, left: Instruction, right: Instruction): Instruction {
  if (right.kind === "float" && Number.isInteger(right.value) && right.value > 0 && right.value < 2 ** 53) {
    const by = Number.isInteger(Math.log2(right.value)) ? remainderByPowerOf2 : remainderBy;
    return call(by(runtime, right.value), left);
  }
  const make = (): WasmFunction =>
    runtime.once("remainder", ["f64", "f64"], ["f64"], (define, dividend, divisor) => {
      if (!divisor) throw new Error("a function of two parameters has two");
      const first = define("first", "i64");
      const second = define("second", "i64");
      const areNoFractions = op("i32.and", isNoFraction(get(dividend)), isNoFraction(get(divisor)));
      return [
        localSet(first, wholeToWideIndex(localGet(dividend))),
        localSet(second, wholeToWideIndex(localGet(divisor))),
        ifElse(op("i32.and", areNoFractions, op("i64.ne", localGet(second), i64(0n))), [
          ifElse(areShort(get(first), get(second)), [
            ret(op("f64.copysign", shortRemainder(get(first), get(second)), localGet(dividend))),
          ]),
        ]),
        localSet(divisor, op("f64.abs", localGet(divisor))),
        ifElse(op("i32.and", isBelow63Bits(dividend), isBelow63Bits(divisor)), [
          localSet(first, op("i64.trunc_sat_f64_s", localGet(dividend))),
          localSet(second, op("i64.trunc_sat_f64_s", localGet(divisor))),
          ifElse(
            op(
              "i32.and",
              op("i32.and", isHeldBy(dividend, first), isHeldBy(divisor, second)),
              op("i64.ne", localGet(second), i64(0n)),
            ),
            [ret(longRemainder(first, localGet(second), dividend))],
          ),
        ]),
        call(runtime.imports.javascript("number_remainder"), localGet(dividend), localGet(divisor)),
      ];
    });
  return call(make(), left, right);
}

/** The remainder by a power of 2 that is always the same: dividing by it is exact, but for dividends so small that the quotient is cut to 0. */
function remainderByPowerOf2(runtime: Runtime, divisor: number): WasmFunction {
  return runtime.once(`remainder by ${divisor}`, ["f64"], ["f64"], (_define, dividend) => {
    const quotient = op("f64.trunc", op("f64.mul", localGet(dividend), f64(1 / divisor)));
    const rest = op("f64.sub", localGet(dividend), op("f64.mul", quotient, f64(divisor)));
    return [op("f64.copysign", rest, localGet(dividend))];
  });
}

/** The remainder by a whole number that is always the same. */
function remainderBy(runtime: Runtime, divisor: number): WasmFunction {
  return runtime.once(`remainder by ${divisor}`, ["f64"], ["f64"], (define, dividend) => {
    const first = define("first", "i64");
    const second = (): Instruction => i64(BigInt(divisor));
    const short = divisor < 2 ** 32 ? shortRemainder(get(first), second) : op("f64.convert_i64_s", localGet(first));
    return [
      localSet(first, wholeToWideIndex(localGet(dividend))),
      ifElse(op("i32.and", isNoFraction(get(dividend)), areShort(get(first))), [
        ret(op("f64.copysign", short, localGet(dividend))),
      ]),
      ifElse(isBelow63Bits(dividend), [
        localSet(first, op("i64.trunc_sat_f64_s", localGet(dividend))),
        ifElse(isHeldBy(dividend, first), [ret(longRemainder(first, second(), dividend))]),
      ]),
      call(runtime.imports.javascript("number_remainder"), localGet(dividend), f64(divisor)),
    ];
  });
}

/** The remainder of two numbers that are no fractions. */
export function remainderWithoutFractions(runtime: Runtime, left: Instruction, right: Instruction): Instruction {
  if (right.kind === "float") return remainder(runtime, left, right);
  const make = (): WasmFunction =>
    runtime.once("remainder without fractions", ["f64", "f64"], ["f64"], (define, dividend, divisor) => {
      if (!divisor) throw new Error("a function of two parameters has two");
      const first = define("first", "i64");
      const second = define("second", "i64");
      return [
        localSet(first, wholeToWideIndex(localGet(dividend))),
        localSet(second, wholeToWideIndex(localGet(divisor))),
        ifElse(op("i32.and", areShort(get(first), get(second)), op("i64.ne", localGet(second), i64(0n))), [
          ret(op("f64.copysign", shortRemainder(get(first), get(second)), localGet(dividend))),
        ]),
        remainder(runtime, localGet(dividend), localGet(divisor)),
      ];
    });
  return call(make(), left, right);
}

/** The remainder of two whole numbers, which is NaN for the divisor 0. */
export function remainderOfWhole(runtime: Runtime, left: Instruction, right: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("remainder of whole", ["i64", "i64"], ["f64"], (_define, first, second) => {
      if (!second) throw new Error("a function of two parameters has two");
      return [
        ifElse(op("i64.eqz", localGet(second)), [ret(f64(Number.NaN))]),
        ifElse(areShort(get(first), get(second)), [ret(shortRemainder(get(first), get(second)))]),
        op(
          "f64.copysign",
          op("f64.convert_i64_s", op("i64.rem_s", localGet(first), localGet(second))),
          op("f64.convert_i64_s", localGet(first)),
        ),
      ];
    });
  return call(make(), left, right);
}

/** The same as an integer, for a divisor that is not 0. */
export function wholeRemainder(runtime: Runtime, left: Instruction, right: Instruction): Instruction {
  if (right.kind === "i64") return op("i64.rem_s", left, right);
  const make = (): WasmFunction =>
    runtime.once("whole remainder", ["i64", "i64"], ["i64"], (_define, first, second) => {
      if (!second) throw new Error("a function of two parameters has two");
      const short = op(
        "i64.extend_i32_u",
        op("i32.rem_u", op("i32.wrap_i64", localGet(first)), op("i32.wrap_i64", localGet(second))),
      );
      return [
        ifElse(areShort(get(first), get(second)), [ret(short)]),
        op("i64.rem_s", localGet(first), localGet(second)),
      ];
    });
  return call(make(), left, right);
}

function get(local: Local): () => Instruction {
  return () => localGet(local);
}

/** Whether whole numbers are from 0 to 2³² − 1: machines divide those several times as fast. */
function areShort(...values: (() => Instruction)[]): Instruction {
  return op(
    "i64.lt_u",
    values.map((value) => value()).reduce((one, other) => op("i64.or", one, other)),
    i64(2n ** 32n),
  );
}

function shortRemainder(first: () => Instruction, second: () => Instruction): Instruction {
  return op("f64.convert_i32_u", op("i32.rem_u", op("i32.wrap_i64", first()), op("i32.wrap_i64", second())));
}

function isBelow63Bits(value: Local): Instruction {
  return op("f64.lt", op("f64.abs", localGet(value)), f64(2 ** 63));
}

function isHeldBy(value: Local, integer: Local): Instruction {
  return op("f64.eq", op("f64.convert_i64_s", localGet(integer)), localGet(value));
}

function longRemainder(first: Local, second: Instruction, dividend: Local): Instruction {
  return op("f64.copysign", op("f64.convert_i64_s", op("i64.rem_s", localGet(first), second)), localGet(dividend));
}
