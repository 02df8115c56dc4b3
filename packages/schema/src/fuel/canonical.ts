/**
 * The canonical forms of everything that writes the counter, byte for byte. The compiler writes them and the host compares with them, so
 * that nobody has to prove what other code does with the counter: no other code may mention it.
 *
 * The counter is checked before it is lowered. Where it does not suffice, `exhausted` asks the host for what is owed and goes on with it. It
 * never goes below zero but by a host that refuses, which sets it to −1, so that it cannot wrap however often a module is entered after that;
 * nor where asking fails for want of stack, as nothing was lowered then.
 */
import type { FuelLayout } from "./fuel-layout.ts";
import type { ImportCost } from "./import-cost.ts";
import type { FunctionSignature } from "../wasm/read-types.ts";

const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const LOCAL_TEE = 0x22;
const GLOBAL_GET = 0x23;
const GLOBAL_SET = 0x24;
const CALL = 0x10;
const I32_CONST = 0x41;
const I64_CONST = 0x42;
const IF = [0x04, 0x40];
const END = 0x0b;
const I32 = 0x7f;
const I64 = 0x7e;
const I32_LT_S = 0x48;
const I32_LT_U = 0x49;
const I32_EQ = 0x46;
const I32_AND = 0x71;
const I32_ADD = 0x6a;
const I32_SUB = 0x6b;
const I32_SHR_U = 0x76;
const I32_WRAP_I64 = 0xa7;
const I64_EXTEND_S = 0xac;
const I64_EXTEND_U = 0xad;
const I64_GT_S = 0x55;
const I64_MUL = 0x7e;
const I64_SHL = 0x86;
const I64_SHR_U = 0x88;
/** As a float and back, which stops at the largest number. */
const I32_FROM_I64_SATURATED = [0xba, 0xfc, 0x03];
const SELECT = 0x1b;
const DROP = 0x1a;
const UNREACHABLE = 0x00;

/** Characters joined or compared that one tick pays for, as a binary logarithm. */
const JOIN_SCALE = 10;
const COMPARE_SCALE = 4;
const SEARCH_SCALE = 6;

/** A number in unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

/** A number in signed LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest < -64 || rest > 63; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest & 0x7f];
}

/** What stands before, between and after the places where a payment names its ticks. */
export function chargeParts({ counter, exhausted }: FuelLayout): number[][] {
  const index = unsigned(counter);
  return [
    [GLOBAL_GET, ...index, I32_CONST],
    [I32_LT_S, ...IF, I32_CONST],
    [CALL, ...unsigned(exhausted), END, GLOBAL_GET, ...index, I32_CONST],
    [I32_SUB, GLOBAL_SET, ...index],
  ];
}

/** Pays a number of ticks, at the start of a function or loop or anywhere else. */
export function chargeCode(layout: FuelLayout, ticks: number): number[] {
  const [first = [], ...others] = chargeParts(layout);
  return [...first, ...others.flatMap((part) => [...signed(ticks), ...part])];
}

/**
 * Body of the function `(i32) → ()` that asks the host for as many ticks as are owed. It goes on with at least as many, or with a counter that
 * is used up, and traps.
 */
export function exhaustedBody({ counter, refuel }: FuelLayout): number[] {
  const get = [GLOBAL_GET, ...unsigned(counter)];
  const asked = [LOCAL_GET, 0, ...get, CALL, ...unsigned(refuel), GLOBAL_SET, ...unsigned(counter)];
  return [0, ...asked, ...get, I32_CONST, 0, I32_LT_S, ...IF, UNREACHABLE, END, END];
}

/** Body of a function `(i32) → i32` that pays for elements and gives their number back. */
export function elementsBody({ counter, exhausted }: FuelLayout, scale: number): number[] {
  const index = unsigned(counter);
  const cost = [LOCAL_GET, 0, I64_EXTEND_U, I64_CONST, scale, I64_SHL, LOCAL_TEE, 1];
  // More than the host can give is asked for as the most that can be asked for.
  const owed = [LOCAL_GET, 1, ...I32_FROM_I64_SATURATED];
  const test = [GLOBAL_GET, ...index, I64_EXTEND_S, I64_GT_S, ...IF, ...owed, CALL, ...unsigned(exhausted), END];
  const lower = [GLOBAL_GET, ...index, LOCAL_GET, 1, I32_WRAP_I64, I32_SUB, GLOBAL_SET, ...index];
  return [1, 1, I64, ...cost, ...test, ...lower, LOCAL_GET, 0, END];
}

/** Body of the function `(externref) → ()` that pays for what may be a text, by its length. */
export function textBody(layout: FuelLayout): number[] {
  const value = [LOCAL_GET, 0];
  const length = [...value, CALL, ...unsigned(layout.stringLength ?? 0)];
  return [0, ...value, CALL, ...unsigned(layout.stringTest ?? 0), ...IF, ...length, ...pay(layout), END, END];
}

/** Pays for as many characters as the stack says. */
function pay({ elements }: FuelLayout): number[] {
  return [CALL, ...unsigned(elements[0] ?? 0), DROP];
}

/** Body of a function of an import's type that pays for the call and makes it. */
export function importBody(layout: FuelLayout, index: number, cost: ImportCost, type: FunctionSignature): number[] {
  const passed = type.params.flatMap((_kind, parameter) => [LOCAL_GET, ...unsigned(parameter)]);
  const called = [...passed, CALL, ...unsigned(index)];
  const start = chargeCode(layout, cost.ticks);
  if (cost.meter !== "texts" && cost.meter !== "none" && cost.meter !== "fuel") {
    const first = type.params.length;
    return [1, 2, I32, ...start, ...payForTwo(layout, cost.meter, first), ...called, END];
  }
  const texts = cost.texts.flatMap((parameter) => [LOCAL_GET, ...unsigned(parameter), CALL, ...textCall(layout)]);
  if (!cost.result) return [0, ...start, ...texts, ...called, END];
  const result = unsigned(type.params.length);
  const paid = [LOCAL_TEE, ...result, CALL, ...textCall(layout), LOCAL_GET, ...result];
  return [1, 1, ...type.resultBytes, ...start, ...texts, ...called, ...paid, END];
}

function textCall({ text }: FuelLayout): number[] {
  return unsigned(text ?? 0);
}

/** Pays for two texts, the first parameters; their lengths go into two locals. */
function payForTwo(layout: FuelLayout, meter: "join" | "equality" | "order" | "search", local: number): number[] {
  const measured = (parameter: number): number[] => [LOCAL_GET, parameter, CALL, ...unsigned(layout.stringLength ?? 0)];
  const [first, second] = [unsigned(local), unsigned(local + 1)];
  const set = [...measured(0), LOCAL_SET, ...first, ...measured(1), LOCAL_SET, ...second];
  const [left, right] = [
    [LOCAL_GET, ...first],
    [LOCAL_GET, ...second],
  ];
  const shorter = [...left, ...right, ...left, ...right, I32_LT_U, SELECT];
  const part = (scale: number): number[] => [I32_CONST, scale, I32_SHR_U];
  switch (meter) {
    case "join":
      return [...set, ...shorter, ...left, ...right, I32_ADD, ...part(JOIN_SCALE), I32_ADD, ...pay(layout)];
    case "order":
      return [...set, ...shorter, ...part(COMPARE_SCALE), ...pay(layout)];
    case "search": {
      const product = [...left, I64_EXTEND_U, ...right, I64_EXTEND_U, I64_MUL, I64_CONST, SEARCH_SCALE, I64_SHR_U];
      return [
        ...set,
        ...left,
        ...pay(layout),
        ...right,
        ...pay(layout),
        ...product,
        ...I32_FROM_I64_SATURATED,
        ...pay(layout),
      ];
    }
    case "equality": {
      const test = (parameter: number): number[] => [LOCAL_GET, parameter, CALL, ...unsigned(layout.stringTest ?? 0)];
      const paid = [...left, ...part(COMPARE_SCALE), ...pay(layout)];
      const compare = [...set, ...left, ...right, I32_EQ, ...IF, ...paid, END];
      return [...test(0), ...test(1), I32_AND, ...IF, ...compare, END];
    }
  }
}
