import type { Instruction, Local, WasmFunction } from "../../wasm/index.ts";
import {
  block,
  call,
  createLabel,
  externref,
  f64,
  globalGet,
  globalSet,
  i31ref,
  i32,
  i64,
  ifElse,
  localGet,
  localSet,
  nullValue,
  op,
  ref,
  refNull,
  refTest,
  ret,
  select,
  structGet,
  structNew,
} from "../../wasm/index.ts";
import { BIGINT_STRUCT } from "./representation.ts";
import type { Runtime } from "./runtime.ts";

/** The WASM type of bigints. */
export const bigintType: ReturnType<typeof refNull> = refNull(BIGINT_STRUCT);

/** The bigint that a signed integer of 64 bits is. */
export function longBigint(value: Instruction): Instruction {
  return structNew(BIGINT_STRUCT, value, nullValue("none"));
}

/** The one that 64 bits are, read as unsigned, of which the highest is set. */
export function topBigint(value: Instruction): Instruction {
  return structNew(BIGINT_STRUCT, value, op("ref.i31", i32(0)));
}

/** The bigint that 64 bits are, read as unsigned. */
export function unsignedBigint(runtime: Runtime, value: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("unsigned bigint", ["i64"], [bigintType], (_define, value) => [
      ifElse(op("i64.lt_s", localGet(value), i64(0n)), [ret(topBigint(localGet(value)))]),
      longBigint(localGet(value)),
    ]);
  return call(make(), value);
}

/** The 64 bits of a bigint that is held by them. */
export function lowOf(bigint: Local): Instruction {
  return structGet(BIGINT_STRUCT, 0, localGet(bigint));
}

/** JavaScript's bigint, of one that 64 bits do not hold. */
export function restOf(bigint: Local): Instruction {
  return structGet(BIGINT_STRUCT, 1, localGet(bigint));
}

/** Whether a bigint is a signed integer of 64 bits. */
export function isLong(bigint: Local): Instruction {
  return op("ref.is_null", restOf(bigint));
}

/** Whether a bigint is held by 64 bits, signed or unsigned. */
export function isHeld(bigint: Local): Instruction {
  return refTest(i31ref, restOf(bigint));
}

/** What is above the 64 bits of a bigint that is held by them, or above all that count: 0, or -1 if it is negative. */
export function highOf(bigint: Local): Instruction {
  return ifElse(
    isLong(bigint),
    [op("i64.shr_s", lowOf(bigint), i64(63n))],
    [select(i64(0n), lowOf(bigint), isHeld(bigint))],
    "i64",
  );
}

/** A bigint of JavaScript's that 64 bits do not hold; what is above all its bits is 0 or -1. */
export function wideBigint(high: Instruction, value: Instruction): Instruction {
  return structNew(BIGINT_STRUCT, high, op("any.convert_extern", value));
}

/** A bigint as JavaScript's own; `undefined` stays the null reference. */
export function hostBigint(runtime: Runtime, bigint: Instruction): Instruction {
  const { imports } = runtime;
  const make = (): WasmFunction =>
    runtime.once("bigint to host", [bigintType], [externref], (_define, bigint) => {
      const long = (): Instruction => call(imports.javascript("bigint_fromLong"), lowOf(bigint));
      return [
        ifElse(op("ref.is_null", localGet(bigint)), [ret(nullValue("noextern"))]),
        ifElse(isLong(bigint), [ret(long())]),
        ifElse(isHeld(bigint), [ret(call(imports.javascript("bigint_asUintN"), f64(64), long()))]),
        op("extern.convert_any", restOf(bigint)),
      ];
    });
  return call(make(), bigint);
}

/** JavaScript's bigint as one of the program's. */
export function bigintOfHost(runtime: Runtime, value: Instruction): Instruction {
  const { imports } = runtime;
  const make = (): WasmFunction =>
    runtime.once("bigint of host", [externref], [bigintType], (define, value) => {
      const width = define("width", "i32");
      const low = (): Instruction => call(imports.javascript("bigint_toLong"), localGet(value));
      return [
        ifElse(op("ref.is_null", localGet(value)), [ret(nullValue("none"))]),
        localSet(width, call(imports.javascript("bigint_width"), localGet(value))),
        ifElse(op("i32.eqz", localGet(width)), [ret(longBigint(low()))]),
        ifElse(op("i32.eq", localGet(width), i32(1)), [ret(topBigint(low()))]),
        wideBigint(op("i64.extend_i32_s", op("i32.sub", i32(2), localGet(width))), localGet(value)),
      ];
    });
  return call(make(), value);
}

/** Whether a bigint is there and is not zero. */
export function isNonZero(runtime: Runtime, bigint: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint is nonzero", [bigintType], ["i32"], (_define, bigint) => [
      ifElse(op("ref.is_null", localGet(bigint)), [ret(i32(0))]),
      op("i32.or", op("i64.ne", lowOf(bigint), i64(0n)), op("i32.eqz", isLong(bigint))),
    ]);
  return call(make(), bigint);
}

/** A bigint modulo 2⁶⁴. */
export function lowBits(runtime: Runtime, bigint: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint low bits", [bigintType], ["i64"], (_define, bigint) => [
      ifElse(isHeld(bigint), [ret(lowOf(bigint))]),
      call(runtime.imports.javascript("bigint_toLong"), op("extern.convert_any", restOf(bigint))),
    ]);
  return call(make(), bigint);
}

/** A whole number as a bigint; the host does it for what is none or beyond 64 bits. */
export function bigintOfNumber(runtime: Runtime, number: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint of number", ["f64"], [bigintType], (_define, number) => [
      ifElse(
        op(
          "i32.and",
          op("f64.eq", op("f64.trunc", localGet(number)), localGet(number)),
          op("f64.lt", op("f64.abs", localGet(number)), f64(2 ** 63)),
        ),
        [ret(longBigint(op("i64.trunc_sat_f64_s", localGet(number))))],
      ),
      bigintOfHost(runtime, call(runtime.imports.javascript("bigint_fromNumber"), localGet(number))),
    ]);
  return call(make(), number);
}

/** The number that is nearest to a bigint. */
export function numberOfBigint(runtime: Runtime, bigint: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("number of bigint", [bigintType], ["f64"], (_define, bigint) => [
      ifElse(isLong(bigint), [ret(op("f64.convert_i64_s", lowOf(bigint)))]),
      ifElse(isHeld(bigint), [ret(op("f64.convert_i64_u", lowOf(bigint)))]),
      call(runtime.imports.javascript("bigint_toNumber"), op("extern.convert_any", restOf(bigint))),
    ]);
  return call(make(), bigint);
}

/** Whether two bigints, of which each may be `undefined`, are the same. */
export function bigintsEqual(runtime: Runtime, first: Instruction, second: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigints equal", [bigintType, bigintType], ["i32"], (_define, a, b) => {
      if (!b) throw new Error("a function of two parameters has two");
      const isAbsent = (bigint: Local): Instruction => op("ref.is_null", localGet(bigint));
      return [
        ifElse(op("i32.or", isAbsent(a), isAbsent(b)), [ret(op("i32.and", isAbsent(a), isAbsent(b)))]),
        ifElse(op("i32.or", isHeld(a), isHeld(b)), [
          ret(
            op(
              "i32.and",
              op("i64.eq", lowOf(a), lowOf(b)),
              op("i32.and", op("i32.eq", isLong(a), isLong(b)), op("i32.eq", isHeld(a), isHeld(b))),
            ),
          ),
        ]),
        call(
          runtime.imports.javascript("bigint_equals"),
          op("extern.convert_any", restOf(a)),
          op("extern.convert_any", restOf(b)),
        ),
      ];
    });
  return call(make(), first, second);
}

/** The order of two bigints: -1, 0 or 1. */
export function bigintOrder(runtime: Runtime, first: Instruction, second: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint order", [bigintType, bigintType], ["i32"], (_define, a, b) => {
      if (!b) throw new Error("a function of two parameters has two");
      const order = (name: "s" | "u", x: () => Instruction, y: () => Instruction): Instruction =>
        op("i32.sub", op(`i64.gt_${name}`, x(), y()), op(`i64.lt_${name}`, x(), y()));
      const lows = [(): Instruction => lowOf(a), (): Instruction => lowOf(b)] as const;
      return [
        ifElse(op("i32.and", isLong(a), isLong(b)), [ret(order("s", ...lows))]),
        ifElse(op("i32.and", isHeld(a), isHeld(b)), [
          ifElse(op("i64.eq", highOf(a), highOf(b)), [ret(order("u", ...lows))]),
          ret(
            order(
              "s",
              () => highOf(a),
              () => highOf(b),
            ),
          ),
        ]),
        call(
          runtime.imports.javascript("bigint_compare"),
          hostBigint(runtime, localGet(a)),
          hostBigint(runtime, localGet(b)),
        ),
      ];
    });
  return call(make(), first, second);
}

/** A constant bigint, made once; larger ones when they are first read. */
export function bigintConstant(runtime: Runtime, value: bigint): Instruction {
  const name = `${value}n`;
  const held = constantBigint(value);
  const global = runtime.sharedGlobal(name, () =>
    held
      ? { name, type: ref(BIGINT_STRUCT), mutable: false, initial: held }
      : { name, type: bigintType, mutable: true, initial: nullValue("none") },
  );
  if (held) return globalGet(global);
  const text = globalGet(runtime.imports.constant(String(value)));
  const made = bigintOfHost(runtime, call(runtime.imports.javascript("bigint_fromString"), text));
  return ifElse(
    op("ref.is_null", globalGet(global)),
    [block(createLabel("bigint"), bigintType, [globalSet(global, made), globalGet(global)])],
    [globalGet(global)],
    bigintType,
  );
}

/** A constant bigint that needs no host; `undefined` for larger ones. */
function constantBigint(value: bigint): Instruction | undefined {
  if (BigInt.asIntN(64, value) === value) return longBigint(i64(value));
  if (BigInt.asUintN(64, value) === value) return topBigint(i64(BigInt.asIntN(64, value)));
  return undefined;
}
