/**
 * Checks that each instruction has as many operands as it takes, by counting values and never looking at types: a quick
 * way to find which tree is wrong, before a validator says only at which byte.
 */
import type { BlockInstruction, IfInstruction, Instruction, Label, TryInstruction } from "./instruction.ts";
import type { WasmModule } from "./module.ts";
import { binaryOpcodes, nullaryOpcodes } from "./opcodes.ts";

/** What an instruction leaves; `never` does not come to its end. */
type Results = number | "never";

interface TreeCheck {
  issues: string[];
  where: string;
  /** How many values a branch to each label takes. */
  labels: Map<Label, number>;
}

/** What is wrong with the trees of a module, a sentence each. */
export function validateTree(module: WasmModule): string[] {
  const issues: string[] = [];
  for (const { name, type, params, body } of module.functions) {
    const check: TreeCheck = { issues, where: `function \`${name}\``, labels: new Map() };
    if (params.length !== type.params.length) {
      report(check, `has ${params.length} parameters where its type has ${type.params.length}`);
    }
    checkSequence(check, body, type.results.length, "its body");
  }
  for (const { name, initial } of module.globals) {
    checkSequence({ issues, where: `global \`${name}\``, labels: new Map() }, [initial], 1, "its initial value");
  }
  return issues;
}

function report({ issues, where }: TreeCheck, text: string): void {
  issues.push(`In ${where}: ${text}.`);
}

/**
 * A sequence leaves as many values as it must; a `local.set` without operand takes one of those before it. Where control never
 * arrives, values are forgotten and may be missing.
 */
function checkSequence(check: TreeCheck, body: readonly Instruction[], expected: number, what: string): void {
  let height = 0;
  let ends = false;
  for (const instruction of body) {
    const results = checkInstruction(check, instruction);
    if (takesFromStack(instruction)) height--;
    if (results === "never") {
      ends = true;
      height = 0;
    } else height += results;
  }
  if (height !== expected && !(ends && height <= expected)) {
    report(check, `${what} leaves ${height} values, not ${expected}`);
  }
}

function checkInstruction(check: TreeCheck, instruction: Instruction): Results {
  let given = 0;
  let ends = false;
  for (const operand of instruction.operands) {
    const results = checkInstruction(check, operand);
    if (results === "never") {
      ends = true;
      given = 0;
    } else given += results;
  }
  const { takes, leaves } = checkShape(check, instruction);
  if (given !== takes && !(ends && given <= takes) && !takesFromStack(instruction)) {
    report(check, `\`${instruction.op}\` has ${given} operands, not ${takes}`);
  }
  return ends ? "never" : leaves;
}

function takesFromStack(instruction: Instruction): boolean {
  return instruction.op === "local.set" && instruction.operands.length === 0;
}

interface Effect {
  takes: number;
  leaves: Results;
}

function checkShape(check: TreeCheck, instruction: Instruction): Effect {
  const count = instruction.operands.length;
  switch (instruction.kind) {
    case "plain":
      if (instruction.op === "drop") return { takes: 1, leaves: 0 };
      if (instruction.op in nullaryOpcodes) return { takes: 0, leaves: instruction.op === "nop" ? 0 : "never" };
      return { takes: instruction.op in binaryOpcodes ? 2 : 1, leaves: 1 };
    case "return":
      // How many a function returns is checked by the engine; here the operands speak for themselves.
      return { takes: count, leaves: "never" };
    case "i32":
    case "i64":
    case "float":
    case "null":
      return { takes: 0, leaves: 1 };
    case "local":
    case "global":
      if (instruction.op.endsWith(".get")) return { takes: 0, leaves: 1 };
      return { takes: 1, leaves: instruction.op === "local.tee" ? 1 : 0 };
    case "function": {
      if (instruction.op === "ref.func") return { takes: 0, leaves: 1 };
      const { params, results } = instruction.function.type;
      return { takes: params.length, leaves: instruction.op === "call" ? results.length : "never" };
    }
    case "call_ref": {
      const { params, results } = instruction.type;
      return { takes: params.length + 1, leaves: instruction.op === "call_ref" ? results.length : "never" };
    }
    case "struct":
      return { takes: instruction.op === "struct.new" ? instruction.type.fields.length : 0, leaves: 1 };
    case "field":
      if (!instruction.type.fields[instruction.field]) {
        report(check, `\`${instruction.op}\` of field ${instruction.field}, which \`${instruction.type.name}\` lacks`);
      }
      return instruction.op === "struct.set" ? { takes: 2, leaves: 0 } : { takes: 1, leaves: 1 };
    case "array":
      return arrayEffects[instruction.op];
    case "array_fixed":
      return { takes: count, leaves: 1 };
    case "array_data":
      return { takes: 2, leaves: 1 };
    case "array_copy":
      return { takes: 5, leaves: 0 };
    case "cast":
      return { takes: 1, leaves: 1 };
    case "select":
      return { takes: 3, leaves: 1 };
    case "throw":
      return { takes: instruction.tag.params.length, leaves: "never" };
    case "branch":
    case "branch_table":
    case "branch_cast":
      return checkBranch(check, instruction);
    case "block":
    case "if":
    case "try":
      return checkStructured(check, instruction);
    default: {
      const missing: never = instruction;
      throw new Error(`No check for ${JSON.stringify(missing)}.`);
    }
  }
}

const arrayEffects = {
  "array.new": { takes: 2, leaves: 1 },
  "array.new_default": { takes: 1, leaves: 1 },
  "array.get": { takes: 2, leaves: 1 },
  "array.get_s": { takes: 2, leaves: 1 },
  "array.get_u": { takes: 2, leaves: 1 },
  "array.set": { takes: 3, leaves: 0 },
  "array.fill": { takes: 4, leaves: 0 },
} as const;

function checkBranch(
  check: TreeCheck,
  instruction: Extract<Instruction, { kind: "branch" | "branch_table" | "branch_cast" }>,
): Effect {
  const targets =
    instruction.kind === "branch_table" ? [...instruction.labels, instruction.default] : [instruction.label];
  const [values = 0] = targets.map((label) => {
    const found = check.labels.get(label);
    if (found === undefined) report(check, `\`${instruction.op}\` to \`${label.name}\`, which is not around it`);
    return found ?? 0;
  });
  switch (instruction.op) {
    case "br":
      return { takes: values, leaves: "never" };
    case "br_table":
      return { takes: values + 1, leaves: "never" };
    case "br_if":
      return { takes: values + 1, leaves: values };
    case "br_on_null":
      return { takes: values + 1, leaves: values + 1 };
    case "br_on_non_null":
      return { takes: values, leaves: values - 1 };
    default:
      return { takes: values, leaves: values };
  }
}

function checkStructured(check: TreeCheck, instruction: BlockInstruction | IfInstruction | TryInstruction): Effect {
  const { label, op } = instruction;
  const leaves = instruction.results?.length ?? (instruction.result ? 1 : 0);
  if (instruction.kind === "try") checkCatches(check, instruction);
  const outer = check.labels.get(label);
  check.labels.set(label, op === "loop" ? 0 : leaves);
  checkSequence(check, instruction.body, leaves, `\`${op}\``);
  if (instruction.kind === "if") checkSequence(check, instruction.otherwise, leaves, "`else`");
  check.labels.delete(label);
  if (outer !== undefined) report(check, `\`${label.name}\` is the label of a block and of another one inside`);
  return { takes: op === "if" ? 1 : 0, leaves };
}

function checkCatches(check: TreeCheck, { catches }: TryInstruction): void {
  for (const { tag, label } of catches) {
    const takes = check.labels.get(label);
    const carries = tag?.params.length ?? 0;
    if (takes === undefined) report(check, `a catch goes to \`${label.name}\`, which is not around it`);
    else if (takes !== carries)
      report(check, `a catch gives ${carries} values to \`${label.name}\`, which takes ${takes}`);
  }
}
