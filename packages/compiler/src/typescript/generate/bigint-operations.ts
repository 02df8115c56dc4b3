import type { BinaryOpcode, Instruction, Local, ValueType, WasmFunction } from "../../wasm/index.ts";
import { call, externref, f64, i64, ifElse, localGet, localSet, op, ret } from "../../wasm/index.ts";
import {
  bigintOfHost,
  bigintType,
  highOf,
  hostBigint,
  isHeld,
  isLong,
  longBigint,
  lowOf,
  restOf,
  unsignedBigint,
  wideBigint,
} from "./bigints.ts";
import type { Runtime } from "./runtime.ts";

type Define = (name: string, type: ValueType) => Local;

/** What gives an operation's result, if 64 bits hold the operands and it; code that goes on past it leaves the rest to the host. */
type Fast = (runtime: Runtime, define: Define, a: Local, b: Local) => Instruction[];

interface Operation {
  /** The host's function. */
  name: string;
  fast: Fast;
  /** When the result is further from zero than both operands, if 64 bits do not hold one of those. */
  grows?: (a: Local, b: Local, sign: Sign) => Growth;
}

/** Whether a result is further from zero than the operands, and what is above all its bits then. */
interface Growth {
  test: Instruction;
  high: Instruction;
}

/** What is above all bits of an operand. */
type Sign = (operand: Local) => Instruction;

const LOWEST = -(2n ** 63n);

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": { name: "bigint_add", fast: (_runtime, define, a, b) => sum(define, "i64.add", a, b), grows: sumGrows },
  "-": {
    name: "bigint_subtract",
    fast: (_runtime, define, a, b) => sum(define, "i64.sub", a, b),
    grows: differenceGrows,
  },
  "*": { name: "bigint_multiply", fast: (_runtime, define, a, b) => product(define, a, b), grows: productGrows },
  "/": { name: "bigint_divide", fast: (runtime, _define, a, b) => quotient(runtime, "div", a, b) },
  "%": { name: "bigint_remainder", fast: (runtime, _define, a, b) => quotient(runtime, "rem", a, b) },
  "**": { name: "bigint_power", fast: () => [] },
  "&": { name: "bigint_and", fast: (runtime, define, a, b) => bits(runtime, define, "i64.and", a, b) },
  "|": { name: "bigint_or", fast: (runtime, define, a, b) => bits(runtime, define, "i64.or", a, b) },
  "^": { name: "bigint_xor", fast: (runtime, define, a, b) => bits(runtime, define, "i64.xor", a, b) },
  "<<": { name: "bigint_shiftLeft", fast: (_runtime, define, a, b) => shiftLeft(define, a, b) },
  ">>": { name: "bigint_shiftRight", fast: (runtime, _define, a, b) => shiftRight(runtime, a, b) },
};

/** Whether bigints have a binary operator. */
export function isBigintOperator(operator: string): boolean {
  return operator in OPERATIONS;
}

/** What a binary operator makes of two bigints. */
export function bigintOperation(
  runtime: Runtime,
  operator: string,
  first: Instruction,
  second: Instruction,
): Instruction {
  const { name, fast, grows } = OPERATIONS[operator]!;
  const make = (): WasmFunction =>
    runtime.once(name, [bigintType, bigintType], [bigintType], (define, a, b) => {
      if (!b) throw new Error("a function of two parameters has two");
      const before = fast(runtime, define, a, b);
      if (!grows) return [...before, onHost(runtime, name, a, b)];
      // The host's own bigints need no conversion, and say themselves what is above them.
      const own = grows(a, b, lowOf);
      const some = grows(a, b, highOf);
      const result = define("wide", externref);
      return [
        ...before,
        ifElse(op("i32.and", isWide(a), isWide(b)), [
          ifElse(own.test, [ret(wideBigint(own.high, callWithOwn(runtime, name, a, b)))]),
        ]),
        localSet(result, hostCall(runtime, name, a, b)),
        ifElse(op("i32.and", op("i32.or", isWide(a), isWide(b)), some.test), [
          ret(wideBigint(some.high, localGet(result))),
        ]),
        bigintOfHost(runtime, localGet(result)),
      ];
    });
  return call(make(), first, second);
}

/** `-` of a bigint. */
export function negateBigint(runtime: Runtime, bigint: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint_negate", [bigintType], [bigintType], (_define, a) => [
      ifElse(op("i32.and", isLong(a), op("i64.ne", lowOf(a), i64(LOWEST))), [
        ret(longBigint(op("i64.sub", i64(0n), lowOf(a)))),
      ]),
      onHost(runtime, "bigint_negate", a),
    ]);
  return call(make(), bigint);
}

/** `~` of a bigint. */
export function invertBigint(runtime: Runtime, bigint: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint_not", [bigintType], [bigintType], (_define, a) => [
      ifElse(isLong(a), [ret(longBigint(op("i64.xor", lowOf(a), i64(-1n))))]),
      onHost(runtime, "bigint_not", a),
    ]);
  return call(make(), bigint);
}

/** `BigInt.asUintN` and `BigInt.asIntN`, of widths that are whole numbers. */
export function truncateBigint(
  runtime: Runtime,
  kind: "unsigned" | "signed",
  width: Instruction,
  bigint: Instruction,
): Instruction {
  const name = kind === "unsigned" ? "bigint_asUintN" : "bigint_asIntN";
  const make = (): WasmFunction =>
    runtime.once(name, ["f64", bigintType], [bigintType], (define, bits, a) => {
      if (!a) throw new Error("a function of two parameters has two");
      const above = define("above", "i64");
      const isWithin = op(
        "i32.and",
        isHeld(a),
        op("i32.and", op("f64.ge", localGet(bits), f64(1)), op("f64.le", localGet(bits), f64(64))),
      );
      const shifted = op("i64.shl", lowOf(a), localGet(above));
      return [
        ifElse(isWithin, [
          localSet(above, op("i64.sub", i64(64n), op("i64.trunc_sat_f64_s", localGet(bits)))),
          ret(
            kind === "unsigned"
              ? unsignedBigint(runtime, op("i64.shr_u", shifted, localGet(above)))
              : longBigint(op("i64.shr_s", shifted, localGet(above))),
          ),
        ]),
        bigintOfHost(runtime, call(runtime.imports.javascript(name), localGet(bits), hostBigint(runtime, localGet(a)))),
      ];
    });
  return call(make(), width, bigint);
}

function onHost(runtime: Runtime, name: string, ...operands: Local[]): Instruction {
  return bigintOfHost(runtime, hostCall(runtime, name, ...operands));
}

function hostCall(runtime: Runtime, name: string, ...operands: Local[]): Instruction {
  const given = operands.map((operand) => hostBigint(runtime, localGet(operand)));
  return call(runtime.imports.javascript(name), ...given);
}

function callWithOwn({ imports }: Runtime, name: string, ...operands: Local[]): Instruction {
  const given = operands.map((operand) => op("extern.convert_any", restOf(operand)));
  return call(imports.javascript(name), ...given);
}

function isWide(bigint: Local): Instruction {
  return op("i32.eqz", isHeld(bigint));
}

/** Summands on one side of zero. */
function sumGrows(a: Local, b: Local, sign: Sign): Growth {
  return { test: op("i64.eq", sign(a), sign(b)), high: sign(a) };
}

/** What is taken away is on the other side of zero. */
function differenceGrows(a: Local, b: Local, sign: Sign): Growth {
  return { test: op("i64.ne", sign(a), sign(b)), high: sign(a) };
}

/** No factor is 0, 1 or -1. */
function productGrows(a: Local, b: Local, sign: Sign): Growth {
  const isLarge = (factor: Local): Instruction =>
    op("i32.or", op("i32.eqz", isLong(factor)), op("i64.gt_u", op("i64.add", lowOf(factor), i64(1n)), i64(2n)));
  return { test: op("i32.and", isLarge(a), isLarge(b)), high: op("i64.xor", sign(a), sign(b)) };
}

function areLong(a: Local, b: Local): Instruction {
  return op("i32.and", isLong(a), isLong(b));
}

/** A sum has overflowed if its sign is that of neither summand; a difference, if its sign is not the first's, and the second's was another. */
function sum(define: Define, name: "i64.add" | "i64.sub", a: Local, b: Local): Instruction[] {
  const result = define("result", "i64");
  const changed = op("i64.xor", lowOf(a), localGet(result));
  const other = name === "i64.add" ? op("i64.xor", lowOf(b), localGet(result)) : op("i64.xor", lowOf(a), lowOf(b));
  return [
    localSet(result, op(name, lowOf(a), lowOf(b))),
    ifElse(op("i32.and", areLong(a, b), op("i64.ge_s", op("i64.and", changed, other), i64(0n))), [
      ret(longBigint(localGet(result))),
    ]),
  ];
}

/**
 * A product fits if its factors have at least 66 bits together that only repeat the sign. With 65 it can only be 2⁶³ that does not, which
 * looks like the lowest integer.
 */
function product(define: Define, a: Local, b: Local): Instruction[] {
  const result = define("result", "i64");
  const spare = (factor: Local): Instruction =>
    op("i64.clz", op("i64.xor", lowOf(factor), op("i64.shr_s", lowOf(factor), i64(63n))));
  return [
    localSet(result, op("i64.mul", lowOf(a), lowOf(b))),
    ifElse(
      op(
        "i32.and",
        areLong(a, b),
        op(
          "i32.and",
          op("i64.ge_u", op("i64.add", spare(a), spare(b)), i64(65n)),
          op("i64.ne", localGet(result), i64(LOWEST)),
        ),
      ),
      [ret(longBigint(localGet(result)))],
    ),
  ];
}

/** The host complains about division by zero. */
function quotient(runtime: Runtime, name: "div" | "rem", a: Local, b: Local): Instruction[] {
  const isPositive = (x: Local): Instruction => op("i64.ge_s", highOf(x), i64(0n));
  return [
    ifElse(op("i32.and", areLong(a, b), op("i64.gt_u", op("i64.add", lowOf(b), i64(1n)), i64(1n))), [
      ret(longBigint(op(`i64.${name}_s`, lowOf(a), lowOf(b)))),
    ]),
    ifElse(op("i32.and", op("i32.and", isHeld(a), isHeld(b)), op("i64.ne", lowOf(b), i64(0n))), [
      ifElse(op("i32.and", isPositive(a), isPositive(b)), [
        ret(unsignedBigint(runtime, op(`i64.${name}_u`, lowOf(a), lowOf(b)))),
      ]),
    ]),
  ];
}

function bits(
  runtime: Runtime,
  define: Define,
  name: Extract<BinaryOpcode, "i64.and" | "i64.or" | "i64.xor">,
  a: Local,
  b: Local,
): Instruction[] {
  const low = define("low", "i64");
  const high = define("high", "i64");
  return [
    ifElse(areLong(a, b), [ret(longBigint(op(name, lowOf(a), lowOf(b))))]),
    ifElse(op("i32.and", isHeld(a), isHeld(b)), [
      localSet(low, op(name, lowOf(a), lowOf(b))),
      localSet(high, op(name, highOf(a), highOf(b))),
      ifElse(op("i64.eqz", localGet(high)), [ret(unsignedBigint(runtime, localGet(low)))]),
      ifElse(op("i64.lt_s", localGet(low), i64(0n)), [ret(longBigint(localGet(low)))]),
    ]),
  ];
}

/** What is shifted out and back again is what it was, if no bit was lost. */
function shiftLeft(define: Define, a: Local, b: Local): Instruction[] {
  const result = define("result", "i64");
  return [
    ifElse(op("i32.and", areLong(a, b), op("i64.lt_u", lowOf(b), i64(64n))), [
      localSet(result, op("i64.shl", lowOf(a), lowOf(b))),
      ifElse(op("i64.eq", op("i64.shr_s", localGet(result), lowOf(b)), lowOf(a)), [ret(longBigint(localGet(result)))]),
    ]),
  ];
}

function shiftRight(runtime: Runtime, a: Local, b: Local): Instruction[] {
  const isWithin = op("i32.and", areHeldAndLong(a, b), op("i64.lt_u", lowOf(b), i64(64n)));
  return [
    ifElse(isWithin, [
      ifElse(isLong(a), [ret(longBigint(op("i64.shr_s", lowOf(a), lowOf(b))))]),
      ret(unsignedBigint(runtime, op("i64.shr_u", lowOf(a), lowOf(b)))),
    ]),
  ];
}

function areHeldAndLong(a: Local, b: Local): Instruction {
  return op("i32.and", isHeld(a), isLong(b));
}
