import { BORDER_MODULE, JAVASCRIPT_MODULE } from "@rune/schema";
import type { AnyFunction, AnyGlobal, Instruction, Label, WasmFunction, WasmModule } from "../../../wasm/index.ts";
import type { Root } from "./mark.ts";
import { isGlobal } from "./mark.ts";

/** What a piece of code does that marks cannot be moved across. */
export interface CodeFacts {
  /** Variables that it assigns. */
  assigned: ReadonlySet<Root>;
  /** Something of the host's may run, which can begin to watch an object again. */
  isLoud: boolean;
  /** What it branches to, besides what is in it. */
  targets: ReadonlySet<Label>;
  /** Labels in it. */
  labels: ReadonlySet<Label>;
  /** It may leave the function. */
  leaves: boolean;
}

/** Finds what code does, each piece once. */
export class CodeFactFinder {
  #known = new WeakMap<Instruction, CodeFacts>();
  #loud: ReadonlySet<WasmFunction>;
  #settled: ReadonlySet<AnyGlobal>;

  constructor(module: WasmModule, initializers: ReadonlySet<WasmFunction>) {
    this.#loud = findLoud(module);
    this.#settled = findSettled(module, initializers);
  }

  /** Whether only the program's initialisation assigns a global. */
  isSettled(root: Root): boolean {
    return isGlobal(root) && (!root.mutable || this.#settled.has(root));
  }

  /** Whether something of the host's may run in a call. */
  isLoudCall(instruction: Instruction): boolean {
    if (instruction.kind === "call_ref") return true;
    return instruction.kind === "function" && instruction.op !== "ref.func" && isLoud(instruction.function, this.#loud);
  }

  /** Whether the value of an instruction is an object that it has just made. */
  makes(instruction: Instruction): boolean {
    if (instruction.op === "struct.new" || instruction.op === "struct.new_default") return true;
    if (instruction.op !== "call" || !("body" in instruction.function)) return false;
    const { body } = instruction.function;
    const last = body.at(-1);
    return last !== undefined && this.makes(last) && !body.some((each) => this.of(each).leaves);
  }

  of(instruction: Instruction): CodeFacts {
    let facts = this.#known.get(instruction);
    if (!facts) this.#known.set(instruction, (facts = this.#find(instruction)));
    return facts;
  }

  #find(instruction: Instruction): CodeFacts {
    const assigned = new Set<Root>();
    const targets = new Set(targetsOf(instruction));
    const labels = new Set<Label>();
    let leaves = instruction.kind === "return" || instruction.kind === "throw" || isTailCall(instruction);
    let loud = this.isLoudCall(instruction);
    if (instruction.op === "local.set" || instruction.op === "local.tee") assigned.add(instruction.local);
    if (instruction.op === "global.set") assigned.add(instruction.global);
    if ("body" in instruction) labels.add(instruction.label);
    for (const part of partsOf(instruction)) {
      const facts = this.of(part);
      for (const each of facts.assigned) assigned.add(each);
      for (const each of facts.targets) targets.add(each);
      for (const each of facts.labels) labels.add(each);
      leaves ||= facts.leaves;
      loud ||= facts.isLoud;
    }
    if ("body" in instruction) targets.delete(instruction.label);
    return { assigned, isLoud: loud, targets, labels, leaves };
  }
}

/** The labels that an instruction itself can branch to. */
export function targetsOf(instruction: Instruction): Label[] {
  if (instruction.kind === "branch" || instruction.kind === "branch_cast") return [instruction.label];
  if (instruction.kind === "branch_table") return [...instruction.labels, instruction.default];
  return instruction.kind === "try" ? instruction.catches.map(({ label }) => label) : [];
}

function isTailCall({ op }: Instruction): boolean {
  return op === "return_call" || op === "return_call_ref" || op === "unreachable";
}

function partsOf(instruction: Instruction): Instruction[] {
  const { operands } = instruction;
  if (!("body" in instruction)) return operands;
  return [...operands, ...instruction.body, ...("otherwise" in instruction ? instruction.otherwise : [])];
}

/** Imported functions that run nothing of the program or of the host's that could watch an object. */
function isLoud(target: AnyFunction, loud: ReadonlySet<WasmFunction>): boolean {
  if ("body" in target) return loud.has(target);
  if (target.module === BORDER_MODULE) return target.base !== "changed";
  return target.module !== JAVASCRIPT_MODULE && target.module !== "wasm:js-string";
}

/** Functions in which something of the host's may run. */
function findLoud({ functions }: WasmModule): ReadonlySet<WasmFunction> {
  const callers = new Map<WasmFunction, WasmFunction[]>();
  const loud = new Set<WasmFunction>();
  for (const item of functions) {
    walk(item.body, (instruction) => {
      if (instruction.kind === "call_ref") loud.add(item);
      if (instruction.kind !== "function" || instruction.op === "ref.func") return;
      const target = instruction.function;
      if (!("body" in target)) {
        if (isLoud(target, loud)) loud.add(item);
      } else callers.set(target, [...(callers.get(target) ?? []), item]);
    });
  }
  for (const item of loud) for (const caller of callers.get(item) ?? []) loud.add(caller);
  return loud;
}

function findSettled(
  { functions, globals }: WasmModule,
  initializers: ReadonlySet<WasmFunction>,
): ReadonlySet<AnyGlobal> {
  const settled = new Set<AnyGlobal>(globals);
  for (const item of functions) {
    if (initializers.has(item)) continue;
    walk(item.body, (instruction) => {
      if (instruction.op === "global.set") settled.delete(instruction.global);
    });
  }
  return settled;
}

function walk(body: readonly Instruction[], visit: (instruction: Instruction) => void): void {
  for (const instruction of body) {
    visit(instruction);
    walk(partsOf(instruction), visit);
  }
}
