import type { BlockInstruction, IfInstruction, Instruction, Label, TryInstruction } from "../instruction.ts";
import type { Local } from "../module.ts";
import type { Position } from "../position.ts";
import { formatF32, formatF64 } from "./float.ts";
import { formatStorageType } from "./format-types.ts";
import { formatPositionComment } from "./position-comment.ts";
import { formatHeapType, formatTypeUse, identifierOf } from "./text-names.ts";
import type { TextNames } from "./text-names.ts";

/** State while the code of a function is written. */
export interface TextCode {
  names: TextNames;
  locals: Map<Local, string>;
  /** Nesting depth of each label in scope. */
  labels: Map<Label, number>;
  depth: number;
  positions: boolean;
}

/** A tree in folded form: operands inside of the instruction. */
export function formatInstruction(
  code: TextCode,
  instruction: Instruction,
  inherited: Position | undefined,
  indent: string,
): string {
  const position = instruction.position ?? inherited;
  const head = `${code.positions ? `${indent}${formatPositionComment(position)}\n` : ""}${indent}(${instruction.op}`;
  switch (instruction.kind) {
    case "block":
    case "if":
    case "try":
      return `${head}${formatStructured(code, instruction, position, indent)})\n`;
    default: {
      const immediates = formatImmediates(code, instruction);
      const operands = formatInstructions(code, instruction.operands, position, `${indent} `);
      return `${head}${immediates === "" ? "" : ` ${immediates}`}${operands === "" ? "" : `\n${operands}${indent}`})\n`;
    }
  }
}

/** A sequence, a line or more each. */
export function formatInstructions(
  code: TextCode,
  instructions: readonly Instruction[],
  position: Position | undefined,
  indent: string,
): string {
  let text = "";
  for (const instruction of instructions) text += formatInstruction(code, instruction, position, indent);
  return text;
}

function formatImmediates(
  code: TextCode,
  instruction: Exclude<Instruction, BlockInstruction | IfInstruction | TryInstruction>,
): string {
  const { locals, names } = code;
  switch (instruction.kind) {
    case "plain":
    case "return":
      return "";
    case "i32":
      return String(instruction.value | 0);
    case "i64":
      return String(BigInt.asIntN(64, instruction.value));
    case "float":
      return (instruction.op === "f64.const" ? formatF64 : formatF32)(instruction.value, instruction.bits);
    case "local":
      return identifierOf(locals, instruction.local);
    case "global":
      return identifierOf(names.globals, instruction.global);
    case "function":
      return identifierOf(names.functions, instruction.function);
    case "call_ref":
    case "struct":
    case "array":
      return formatHeapType(names, instruction.type);
    case "field":
      return `${formatHeapType(names, instruction.type)} ${instruction.field}`;
    case "array_fixed":
      return `${formatHeapType(names, instruction.type)} ${instruction.operands.length}`;
    case "array_data":
      return `${formatHeapType(names, instruction.type)} ${identifierOf(names.data, instruction.data)}`;
    case "array_copy":
      return `${formatHeapType(names, instruction.type)} ${formatHeapType(names, instruction.source)}`;
    case "null":
      return formatHeapType(names, instruction.heap);
    case "cast":
      return formatStorageType(names, instruction.target);
    case "branch":
      return formatLabel(code, instruction.label);
    case "branch_table":
      return [...instruction.labels, instruction.default].map((label) => formatLabel(code, label)).join(" ");
    case "branch_cast":
      return [
        formatLabel(code, instruction.label),
        formatStorageType(names, instruction.from),
        formatStorageType(names, instruction.to),
      ].join(" ");
    case "select":
      return instruction.type ? `(result ${formatStorageType(names, instruction.type)})` : "";
    case "throw":
      return identifierOf(names.tags, instruction.tag);
    default: {
      const missing: never = instruction;
      throw new Error(`No text for ${JSON.stringify(missing)}.`);
    }
  }
}

function formatStructured(
  code: TextCode,
  instruction: BlockInstruction | IfInstruction | TryInstruction,
  position: Position | undefined,
  indent: string,
): string {
  const { label, result, results, operands, body } = instruction;
  let text = "";
  if (results) text = formatTypeUse(code.names, { params: [], results });
  else if (result) text = ` (result ${formatStorageType(code.names, result)})`;
  if (instruction.kind === "try") text += formatCatches(code, instruction);
  text += `\n${formatInstructions(code, operands, position, `${indent} `)}`;
  code.labels.set(label, ++code.depth);
  if (instruction.kind === "if") {
    text += `${indent} (then\n${formatInstructions(code, body, position, `${indent}  `)}${indent} )\n`;
    if (instruction.otherwise.length > 0) {
      const otherwise = formatInstructions(code, instruction.otherwise, position, `${indent}  `);
      text += `${indent} (else\n${otherwise}${indent} )\n`;
    }
  } else {
    text += formatInstructions(code, body, position, `${indent} `);
  }
  code.labels.delete(label);
  code.depth--;
  return `${text}${indent}`;
}

function formatCatches(code: TextCode, { catches }: TryInstruction): string {
  let text = "";
  for (const { tag, label } of catches) {
    text += ` (${tag ? `catch ${identifierOf(code.names.tags, tag)}` : "catch_all"} ${formatLabel(code, label)})`;
  }
  return text;
}

function formatLabel({ labels, depth }: TextCode, label: Label): string {
  return String(depth - (labels.get(label) ?? 0));
}
