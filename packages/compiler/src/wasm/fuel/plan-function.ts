/**
 * Decides where a function pays. Every function and every loop pays where it begins, for everything that lies in it; what it makes
 * only under a condition is paid for where that begins, so that nobody pays for objects that are not made.
 */
import type { ByteRange, ImportCost, ModuleOutline, ReadInstruction } from "@rune/schema/fuel";
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

/** A place that pays, for what follows it up to the end of the block that it stands in. */
export interface Payment {
  offset: number;
  /** Known once the function has been read. */
  ticks: number;
  instructions: number;
}

/** A change of a body: something inserted, or the number of a function replaced. */
export type Edit =
  | { type: "payment"; offset: number; payment: Payment }
  | { type: "elements"; offset: number; scale: number }
  | { type: "function"; offset: number; end: number; function: number; call: boolean };

/** A stretch of code that runs from its start or not at all. */
interface Stretch {
  offset: number;
  instructions: number;
  /** Whether it runs whenever the place runs that pays for it. */
  certain: boolean;
  /** Whether it has a place of its own that pays. */
  pays: boolean;
}

interface Enclosing {
  payment: Payment;
  /** Whether it runs whenever the place runs that pays for it. */
  certain: boolean;
  /** Whether something inside leaves more than this block. */
  escapes: boolean;
}

/** The changes of a function's body that make it pay, by ascending offset. */
export function planFunction(outline: ModuleOutline, imports: readonly ImportCost[], body: ByteRange): Edit[] {
  const reader = new ByteReader(outline.bytes, body.start, body.end);
  const plan = new FunctionPlan(skipLocals(reader), reader.offset);
  const instruction = createInstruction();
  let length: number | undefined;
  while (reader.offset < reader.end) {
    readInstruction(reader, instruction);
    const cost = instructionCost(outline, imports, instruction, length);
    plan.add(instruction, cost?.ticks ?? 0, cost?.scale, reader.offset);
    length = instruction.opcode === opcode.i32Const ? instruction.first : undefined;
  }
  return plan.finish();
}

/** Passes over the declarations of locals and counts them. */
function skipLocals(reader: ByteReader): number {
  let locals = 0;
  for (let groups = reader.count(); groups > 0; groups--) {
    locals += reader.u32();
    skipValueType(reader);
  }
  return locals;
}

class FunctionPlan {
  readonly #edits: Edit[] = [];
  readonly #payments: Payment[] = [];
  readonly #enclosing: Enclosing[] = [];
  #payment: Payment;
  #stretch: Stretch;
  /** Whether a loop was begun and nothing has left it yet: its first way out is its test. */
  #beforeTest = false;

  constructor(locals: number, offset: number) {
    this.#payment = this.#pay(offset, 1 + Math.floor(locals / LOCALS_PER_TICK));
    this.#stretch = { offset, instructions: 0, certain: true, pays: true };
  }

  add(instruction: ReadInstruction, ticks: number, scale: number | undefined, next: number): void {
    const { opcode: code } = instruction;
    // What counts elements is an instruction that is added.
    const instructions = instructionWeight(code) + (scale === undefined ? 0 : 1);
    this.#payment.instructions += instructions;
    this.#stretch.instructions += instructions;
    if (scale !== undefined) this.#edits.push({ type: "elements", offset: instruction.offset, scale });
    if (ticks > 0) {
      if (!this.#stretch.certain && !this.#stretch.pays) this.#payHere();
      this.#payment.ticks += ticks;
    }
    switch (code) {
      case opcode.block:
      case opcode.tryTable:
      case opcode.if:
      case opcode.loop:
        this.#enclosing.push({ payment: this.#payment, certain: this.#stretch.certain, escapes: false });
        if (code === opcode.loop) this.#payment = this.#pay(next, 1);
        this.#beforeTest = code === opcode.loop;
        return this.#begin(next, code === opcode.loop || (code !== opcode.if && this.#stretch.certain));
      case opcode.else:
        this.#payment = this.#enclosing.at(-1)!.payment;
        return this.#begin(next, false);
      case opcode.end: {
        const block = this.#enclosing.pop();
        if (!block) return;
        this.#payment = block.payment;
        return this.#begin(next, block.certain && !block.escapes);
      }
      case opcode.call:
      case opcode.refFunc:
      case opcode.returnCall: {
        const call = code !== opcode.refFunc;
        this.#edits.push({
          type: "function",
          offset: instruction.offset + 1,
          end: next,
          function: instruction.first,
          call,
        });
        return;
      }
      case opcode.brIf:
        this.#leave(instruction.first);
        if (!this.#beforeTest) this.#begin(next, false);
        this.#beforeTest = false;
        return;
      case opcode.br:
      case opcode.brOnNull:
      case opcode.brOnNonNull:
      case opcode.brOnCast:
      case opcode.brOnCastFail:
        this.#leave(instruction.first);
        return this.#begin(next, false);
      case opcode.brTable:
      case opcode.return:
      case opcode.throw:
        this.#leave(this.#enclosing.length);
        return this.#begin(next, false);
      default:
    }
  }

  finish(): Edit[] {
    const payments = this.#payments.map((payment): Edit => {
      payment.ticks += Math.floor(payment.instructions / INSTRUCTIONS_PER_TICK);
      return { type: "payment", offset: payment.offset, payment };
    });
    // At the same place the payment comes first: what counts elements must stand before what uses them.
    return [...payments, ...this.#edits].sort((first, second) => first.offset - second.offset);
  }

  /** Control goes on after so many blocks and one more. */
  #leave(blocks: number): void {
    const first = Math.max(0, this.#enclosing.length - blocks);
    for (let index = first; index < this.#enclosing.length; index++) this.#enclosing[index]!.escapes = true;
  }

  #begin(offset: number, certain: boolean): void {
    this.#stretch = { offset, instructions: 0, certain, pays: false };
  }

  #pay(offset: number, ticks: number): Payment {
    const payment: Payment = { offset, ticks, instructions: 0 };
    this.#payments.push(payment);
    return payment;
  }

  /** Lets the stretch pay for itself and for the rest of its block. */
  #payHere(): void {
    const { offset, instructions } = this.#stretch;
    this.#payment.instructions -= instructions;
    this.#payment = this.#pay(offset, 0);
    this.#payment.instructions = instructions;
    this.#stretch.pays = true;
  }
}
