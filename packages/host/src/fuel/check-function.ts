/**
 * One pass over a function. Its code must begin with a payment, and so must each loop; a payment covers what follows it up to the end of
 * the block that it stands in, without the loops in there. Whatever runs was preceded by the payment that covers it: blocks are entered at
 * their start only, and only a loop goes back.
 */
import type { ByteRange, FuelLayout, ImportCost, ModuleOutline } from "@rune/schema/fuel";
import {
  ByteReader,
  INSTRUCTIONS_PER_TICK,
  LOCALS_PER_TICK,
  createInstruction,
  instructionCost,
  instructionWeight,
  opcode,
  readInstruction,
  skipValueType,
} from "@rune/schema/fuel";
import type { ReadCharge } from "./match-charge.ts";

/** What functions are checked with. */
export interface FunctionCheck {
  outline: ModuleOutline;
  layout: FuelLayout;
  costs: readonly ImportCost[];
  readCharge: ReadCharge;
  /** Tells what is wrong, by throwing. */
  fail(reason: string, offset: number): never;
}

/** A payment and what it has to cover. */
interface Payment {
  offset: number;
  paid: number;
  owed: number;
  instructions: number;
}

/** Checks that a function pays for what it does. */
export function checkFunction(check: FunctionCheck, body: ByteRange): void {
  const { outline, layout, costs, readCharge, fail } = check;
  const reader = new ByteReader(outline.bytes, body.start, body.end);
  const instruction = createInstruction();
  const payments: Payment[] = [];
  /** The payment in force where each block around began. */
  const blocks: Payment[] = [];
  const begin = (owed: number, what: string): Payment => {
    const { offset } = reader;
    const paid = readCharge(reader) ?? fail(`${what} does not pay`, offset);
    const payment = { offset, paid, owed, instructions: 0 };
    payments.push(payment);
    return payment;
  };
  let payment = begin(1 + Math.floor(countLocals(reader) / LOCALS_PER_TICK), "a function");
  /** The constant that the instruction before left, and the function that it called. */
  let length: number | undefined;
  let called: number | undefined;
  while (reader.offset < reader.end) {
    readInstruction(reader, instruction);
    const { opcode: code, first, offset } = instruction;
    if (code === opcode.globalGet && first === layout.counter) {
      reader.offset = offset;
      payment = begin(0, "what reads the counter");
      length = called = undefined;
      continue;
    }
    if (code === opcode.globalSet && first === layout.counter) fail("the counter is changed", offset);
    payment.instructions += instructionWeight(code);
    const cost = instructionCost(outline, costs, instruction, length);
    payment.owed += cost?.ticks ?? 0;
    if (cost?.scale !== undefined && (called === undefined || called !== layout.elements[cost.scale])) {
      fail("elements are not counted", offset);
    }
    switch (code) {
      case opcode.block:
      case opcode.if:
      case opcode.tryTable:
        blocks.push(payment);
        break;
      case opcode.loop:
        blocks.push(payment);
        payment = begin(1, "a loop");
        break;
      case opcode.else:
        payment = blocks.at(-1) ?? fail("blocks do not match", offset);
        break;
      case opcode.end:
        payment = blocks.pop() ?? payment;
        break;
      case opcode.refFunc:
        // What is called through a reference, nobody knows the price of.
        if (first < outline.importedFunctions) fail("an import is referred to", offset);
        break;
      case opcode.call:
      case opcode.returnCall:
        if (isMetered(costs, first)) fail("an import is not called through what pays for it", offset);
        break;
      default:
    }
    length = code === opcode.i32Const ? first : undefined;
    called = code === opcode.call ? first : undefined;
  }
  for (const { offset, paid, owed, instructions } of payments) {
    if (paid < owed + Math.floor(instructions / INSTRUCTIONS_PER_TICK)) fail("a payment is too low", offset);
  }
}

/** Whether calls of a function, by its number, must go through another that pays. */
function isMetered(costs: readonly ImportCost[], index: number): boolean {
  const cost = costs[index];
  return cost !== undefined && cost.meter !== "none";
}

/** Passes over the declarations of locals and counts them. */
function countLocals(reader: ByteReader): number {
  let locals = 0;
  for (let groups = reader.count(); groups > 0; groups--) {
    locals += reader.u32();
    skipValueType(reader);
  }
  return locals;
}
