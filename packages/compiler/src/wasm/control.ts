import type { Catch, Instruction, Label } from "./instruction.ts";
import type { AnyTag } from "./module.ts";
import type { RefType, ValueType } from "./types.ts";

/** What a block leaves: nothing, a value, or several. */
export type BlockResult = ValueType | readonly ValueType[] | undefined;

/** A label for a block. */
export function createLabel(name: string): Label {
  return { name };
}

/** `br` */
export function br(label: Label, ...operands: Instruction[]): Instruction {
  return { kind: "branch", op: "br", operands, label };
}

/** `br_if`; the values for the label are evaluated before the condition and stay on the stack where it is false. */
export function brIf(label: Label, condition: Instruction, ...values: Instruction[]): Instruction {
  return { kind: "branch", op: "br_if", operands: [...values, condition], label };
}

/** `br_on_null`: leaves the values and the reference, not null, where it does not branch. */
export function brOnNull(label: Label, value: Instruction, ...values: Instruction[]): Instruction {
  return { kind: "branch", op: "br_on_null", operands: [...values, value], label };
}

/** `br_on_non_null`: branches with the values and the reference. */
export function brOnNonNull(label: Label, value: Instruction, ...values: Instruction[]): Instruction {
  return { kind: "branch", op: "br_on_non_null", operands: [...values, value], label };
}

/** `br_table`; the index is evaluated after the values for the labels. */
export function brTable(labels: Label[], otherwise: Label, index: Instruction, ...values: Instruction[]): Instruction {
  return { kind: "branch_table", op: "br_table", operands: [...values, index], labels, default: otherwise };
}

/** `br_on_cast`: branches with the reference as `to`, else leaves it. */
export function brOnCast(label: Label, from: RefType, to: RefType, value: Instruction): Instruction {
  return { kind: "branch_cast", op: "br_on_cast", operands: [value], label, from, to };
}

/** `br_on_cast_fail`: leaves the reference as `to`, else branches with it. */
export function brOnCastFail(label: Label, from: RefType, to: RefType, value: Instruction): Instruction {
  return { kind: "branch_cast", op: "br_on_cast_fail", operands: [value], label, from, to };
}

/** `return` */
export function ret(...operands: Instruction[]): Instruction {
  return { kind: "return", op: "return", operands };
}

/** `unreachable` */
export function unreachable(): Instruction {
  return { kind: "plain", op: "unreachable", operands: [] };
}

/** `throw` */
export function throwTag(tag: AnyTag, ...operands: Instruction[]): Instruction {
  return { kind: "throw", op: "throw", operands, tag };
}

/** `block` */
export function block(label: Label, result: BlockResult, body: Instruction[]): Instruction {
  return { kind: "block", op: "block", operands: [], label, ...blockResults(result), body };
}

/** `loop`; falling out of its end leaves it. */
export function loop(label: Label, result: BlockResult, body: Instruction[]): Instruction {
  return { kind: "block", op: "loop", operands: [], label, ...blockResults(result), body };
}

/** `if`; an empty `otherwise` is not written. */
export function ifElse(
  condition: Instruction,
  body: Instruction[],
  otherwise: Instruction[] = [],
  result?: BlockResult,
  label: Label = createLabel("if"),
): Instruction {
  return { kind: "if", op: "if", operands: [condition], label, ...blockResults(result), body, otherwise };
}

/** `try_table` */
export function tryTable(
  result: BlockResult,
  body: Instruction[],
  catches: Catch[],
  label: Label = createLabel("try"),
): Instruction {
  return { kind: "try", op: "try_table", operands: [], label, ...blockResults(result), body, catches };
}

function blockResults(result: BlockResult): { result: ValueType | undefined; results?: readonly ValueType[] } {
  if (!Array.isArray(result)) return { result: result as ValueType | undefined };
  return result.length < 2 ? { result: result[0] } : { result: undefined, results: result };
}
