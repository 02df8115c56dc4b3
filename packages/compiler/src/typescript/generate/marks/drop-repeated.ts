import type { Instruction, Label } from "../../../wasm/index.ts";
import type { CodeFactFinder, CodeFacts } from "./code-facts.ts";
import { targetsOf } from "./code-facts.ts";
import type { Mark, Marks, Root } from "./mark.ts";
import { holdsStruct, isGlobal, rootOf } from "./mark.ts";

/** What is known at a point of a function. Values are numbers: variables with one number hold one object. */
interface State {
  values: Map<Root, number>;
  /** Values of which the host has been told. */
  told: Set<number>;
}

/** What dropping needs to know, and to do. */
export interface MarkTools {
  marks: Marks;
  facts: CodeFactFinder;
  /** Whether the function is one of those that assign globals their first values. */
  isInitializer: boolean;
  make(mark: Mark, position: Instruction["position"]): Instruction;
}

/**
 * Drops marks of objects of which the host has been told before and cannot have begun to watch them again. The marks that stay name the first
 * variable that holds their object.
 */
export function dropRepeatedMarks(body: Instruction[], tools: MarkTools): void {
  new Dropping(tools).sequence(body);
}

class Dropping {
  #tools: MarkTools;
  /** `undefined` where no code gets to. */
  #state: State | undefined = { values: new Map(), told: new Set() };
  #exits = new Map<Label, State>();
  #loops = new Set<Label>();
  #holders = new Map<number, Root[]>();
  #next = 0;

  constructor(tools: MarkTools) {
    this.#tools = tools;
  }

  sequence(body: Instruction[]): void {
    const kept = body.flatMap((instruction): Instruction[] => {
      const mark = this.#tools.marks.get(instruction);
      if (mark) return this.#mark(instruction, mark);
      this.#visit(instruction);
      return [instruction];
    });
    body.splice(0, body.length, ...kept);
  }

  #mark(instruction: Instruction, mark: Mark): Instruction[] {
    const state = this.#state;
    if (!state) return [];
    const value = this.#valueOf(state, mark.root);
    if (state.told.has(value)) return [];
    state.told.add(value);
    const isFirst = (each: Root): boolean =>
      state.values.get(each) === value && holdsStruct(each, mark.place.struct) && this.#mayName(each);
    const root = this.#holders.get(value)?.find(isFirst) ?? mark.root;
    return root === mark.root ? [instruction] : [this.#tools.make({ ...mark, root }, instruction.position)];
  }

  #mayName(root: Root): boolean {
    return !isGlobal(root) || (!this.#tools.isInitializer && this.#tools.facts.isSettled(root));
  }

  #visit(instruction: Instruction): void {
    if (instruction.kind === "if") return this.#choose(instruction);
    for (const operand of instruction.operands) this.#visit(operand);
    if (instruction.kind === "block") return this.#block(instruction);
    if (instruction.kind === "try") return this.#try(instruction);
    if (instruction.op === "local.set" || instruction.op === "local.tee") {
      this.#assign(instruction.local, rootOf(instruction.operands[0]));
      this.#note(instruction.local, instruction.operands[0]);
    } else if (instruction.op === "global.set") this.#assign(instruction.global, rootOf(instruction.operands[0]));
    else if (instruction.kind === "function" || instruction.kind === "call_ref") this.#call(instruction);
    for (const label of targetsOf(instruction)) this.#leaveTo(label, this.#state);
    if (endsCode(instruction)) this.#state = undefined;
  }

  #choose(instruction: Extract<Instruction, { kind: "if" }>): void {
    for (const operand of instruction.operands) this.#visit(operand);
    const before = this.#state && copy(this.#state);
    this.sequence(instruction.body);
    this.#leaveTo(instruction.label, this.#state);
    this.#state = before;
    this.sequence(instruction.otherwise);
    this.#join(instruction.label);
  }

  #block(instruction: Extract<Instruction, { kind: "block" }>): void {
    if (instruction.op === "block") {
      this.sequence(instruction.body);
      return this.#join(instruction.label);
    }
    this.#loops.add(instruction.label);
    if (this.#state) this.#forget(this.#state, this.#tools.facts.of(instruction));
    this.sequence(instruction.body);
  }

  #try(instruction: Extract<Instruction, { kind: "try" }>): void {
    if (this.#state) {
      const thrown = copy(this.#state);
      this.#forget(thrown, this.#tools.facts.of(instruction));
      for (const { label } of instruction.catches) this.#leaveTo(label, thrown);
    }
    this.sequence(instruction.body);
    this.#join(instruction.label);
  }

  #call(instruction: Instruction): void {
    if (!this.#state || instruction.op === "ref.func") return;
    if (this.#tools.facts.isLoudCall(instruction)) this.#state.told.clear();
    for (const root of this.#state.values.keys()) {
      if (isGlobal(root) && !this.#mayName(root)) this.#state.values.delete(root);
    }
    const told = this.#toldBy(instruction);
    if (told) this.#state.told.add(this.#valueOf(this.#state, told));
  }

  /** The variable whose object a function that is called tells of before it does anything else. */
  #toldBy(instruction: Instruction): Root | undefined {
    if (instruction.op !== "call" || !("body" in instruction.function)) return undefined;
    if (this.#tools.facts.isLoudCall(instruction)) return undefined;
    const { body, params } = instruction.function;
    const mark = body[0] && this.#tools.marks.get(body[0]);
    const index = mark ? params.findIndex((param) => param === mark.root) : -1;
    return index < 0 ? undefined : rootOf(instruction.operands[index]);
  }

  #assign(root: Root, from: Root | undefined): void {
    const state = this.#state;
    if (!state) return;
    const value = from ? this.#valueOf(state, from) : this.#next++;
    state.values.set(root, value);
    this.#hold(value, root);
  }

  /** Nobody watches an object that has just been made: for that, something of the host's has to run. */
  #note(root: Root, made: Instruction | undefined): void {
    const value = this.#state?.values.get(root);
    if (made && value !== undefined && this.#tools.facts.makes(made)) this.#state?.told.add(value);
  }

  #valueOf({ values }: State, root: Root): number {
    let value = values.get(root);
    if (value === undefined) {
      values.set(root, (value = this.#next++));
      this.#hold(value, root);
    }
    return value;
  }

  #hold(value: number, root: Root): void {
    const holders = this.#holders.get(value);
    if (!holders) this.#holders.set(value, [root]);
    else if (!holders.includes(root)) holders.push(root);
  }

  #forget(state: State, { assigned, isLoud }: CodeFacts): void {
    for (const root of assigned) state.values.delete(root);
    if (isLoud) state.told.clear();
    for (const root of state.values.keys()) if (isGlobal(root) && !this.#mayName(root)) state.values.delete(root);
  }

  #leaveTo(label: Label, state: State | undefined): void {
    if (!state || this.#loops.has(label)) return;
    const known = this.#exits.get(label);
    this.#exits.set(label, known ? meet(known, state) : copy(state));
  }

  #join(label: Label): void {
    this.#leaveTo(label, this.#state);
    this.#state = this.#exits.get(label);
  }
}

function endsCode({ kind, op }: Instruction): boolean {
  if (kind === "return" || kind === "throw" || kind === "branch_table") return true;
  return op === "br" || op === "unreachable" || op === "return_call" || op === "return_call_ref";
}

function copy({ values, told }: State): State {
  return { values: new Map(values), told: new Set(told) };
}

function meet(first: State, second: State): State {
  return {
    values: new Map([...first.values].filter(([root, value]) => second.values.get(root) === value)),
    told: new Set([...first.told].filter((value) => second.told.has(value))),
  };
}
