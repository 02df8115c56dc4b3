import type { Instruction, Local, WasmFunction } from "../../wasm/index.ts";
import { brIf, call, createLabel, i64, ifElse, localGet, localSet, loop, op, ret } from "../../wasm/index.ts";
import { bigintOperation } from "./bigint-operations.ts";
import { complainOfZero } from "./bigint-words.ts";
import { bigintType, highOf, isHeld, lowOf, unsignedBigint } from "./bigints.ts";
import type { Runtime } from "./runtime.ts";

/** The remainder of the product of two bigints, as number theory wants it: of those that 64 bits hold, the guest keeps all 128 of it. */
export function productRemainder(
  runtime: Runtime,
  first: Instruction,
  second: Instruction,
  divisor: Instruction,
): Instruction {
  const make = (): WasmFunction =>
    runtime.once("bigint product remainder", [bigintType, bigintType, bigintType], [bigintType], (_define, a, b, m) => {
      const all = [a, b!, m!];
      const isPositive = (local: Local): Instruction => op("i64.ge_s", highOf(local), i64(0n));
      const areHeld = all.map((each) => isHeld(each)).reduce((one, other) => op("i32.and", one, other));
      const arePositive = all.map(isPositive).reduce((one, other) => op("i32.and", one, other));
      return [
        ifElse(areHeld, [
          ifElse(arePositive, [
            ret(unsignedBigint(runtime, wordProductRemainder(runtime, lowOf(a), lowOf(b!), lowOf(m!)))),
          ]),
        ]),
        bigintOperation(runtime, "%", bigintOperation(runtime, "*", localGet(a), localGet(b!)), localGet(m!)),
      ];
    });
  return call(make(), first, second, divisor);
}

/** The same of unsigned words. */
export function wordProductRemainder(
  runtime: Runtime,
  first: Instruction,
  second: Instruction,
  divisor: Instruction,
): Instruction {
  const make = (): WasmFunction =>
    runtime.once("words product remainder", ["i64", "i64", "i64"], ["i64"], (define, a, b, m) => {
      const [high, low, shift, scaled] = ["high", "low", "shift", "scaled"].map((name) => define(name, "i64")) as [
        Local,
        Local,
        Local,
        Local,
      ];
      const get = localGet;
      // The high half, moved up with what comes in from below; a shift by 64 would be none.
      const moved = op(
        "i64.or",
        op("i64.shl", get(high), get(shift)),
        op("i64.shr_u", op("i64.shr_u", get(low), i64(1n)), op("i64.xor", get(shift), i64(63n))),
      );
      return [
        complainOfZero(runtime, "%", m!),
        localSet(low, op("i64.mul", get(a), get(b!))),
        localSet(high, highProduct(runtime, get(a), get(b!))),
        ifElse(op("i64.eqz", get(high)), [ret(op("i64.rem_u", get(low), get(m!)))]),
        ifElse(op("i64.ge_u", get(high), get(m!)), [localSet(high, op("i64.rem_u", get(high), get(m!)))]),
        localSet(shift, op("i64.clz", get(m!))),
        localSet(scaled, op("i64.shl", get(m!), get(shift))),
        localSet(high, moved),
        localSet(low, op("i64.shl", get(low), get(shift))),
        localSet(high, remainderOfDigit(runtime, get(high), op("i64.shr_u", get(low), i64(32n)), get(scaled))),
        op(
          "i64.shr_u",
          remainderOfDigit(runtime, get(high), op("i64.and", get(low), i64(DIGIT)), get(scaled)),
          get(shift),
        ),
      ];
    });
  return call(make(), first, second, divisor);
}

const DIGIT = 2n ** 32n - 1n;

/** What is above the lowest 64 bits of the product of two unsigned words. */
function highProduct(runtime: Runtime, first: Instruction, second: Instruction): Instruction {
  const make = (): WasmFunction =>
    runtime.once("high product", ["i64", "i64"], ["i64"], (define, a, b) => {
      const middle = define("middle", "i64");
      const outer = define("outer", "i64");
      const low = (local: Local): Instruction => op("i64.and", localGet(local), i64(DIGIT));
      const high = (local: Local): Instruction => op("i64.shr_u", localGet(local), i64(32n));
      return [
        localSet(middle, op("i64.mul", high(a), low(b!))),
        localSet(outer, op("i64.add", high(middle), op("i64.mul", high(a), high(b!)))),
        localSet(middle, op("i64.add", low(middle), op("i64.shr_u", op("i64.mul", low(a), low(b!)), i64(32n)))),
        localSet(middle, op("i64.add", localGet(middle), op("i64.mul", low(a), high(b!)))),
        op("i64.add", localGet(outer), high(middle)),
      ];
    });
  return call(make(), first, second);
}

/**
 * The remainder of a number with one more digit of 32 bits, by a divisor whose highest bit is set and that is above the number. The digit
 * of the quotient is estimated from the divisor's upper half, and so at most two too high.
 */
function remainderOfDigit(
  runtime: Runtime,
  number: Instruction,
  digit: Instruction,
  divisor: Instruction,
): Instruction {
  const make = (): WasmFunction =>
    runtime.once("remainder of digit", ["i64", "i64", "i64"], ["i64"], (define, value, digit, by) => {
      const quotient = define("quotient", "i64");
      const rest = define("rest", "i64");
      const again = createLabel("again");
      const upper = (): Instruction => op("i64.shr_u", localGet(by!), i64(32n));
      const withDigit = (of: Local): Instruction =>
        op("i64.add", op("i64.shl", localGet(of), i64(32n)), localGet(digit!));
      const isTooHigh = op(
        "i32.or",
        op("i64.gt_u", localGet(quotient), i64(DIGIT)),
        op("i64.gt_u", op("i64.mul", localGet(quotient), op("i64.and", localGet(by!), i64(DIGIT))), withDigit(rest)),
      );
      return [
        localSet(quotient, op("i64.div_u", localGet(value), upper())),
        localSet(rest, op("i64.sub", localGet(value), op("i64.mul", localGet(quotient), upper()))),
        loop(again, undefined, [
          ifElse(isTooHigh, [
            localSet(quotient, op("i64.sub", localGet(quotient), i64(1n))),
            localSet(rest, op("i64.add", localGet(rest), upper())),
            brIf(again, op("i64.le_u", localGet(rest), i64(DIGIT))),
          ]),
        ]),
        op("i64.sub", withDigit(value), op("i64.mul", localGet(quotient), localGet(by!))),
      ];
    });
  return call(make(), number, digit, divisor);
}
