import type { Instruction } from "../../../wasm/index.ts";
import type { CodeFacts } from "./code-facts.ts";
import type { MarkTools } from "./drop-repeated.ts";
import type { Mark, Root } from "./mark.ts";

/** A mark on its way up, and the place in the source of what it came from. */
interface Rising {
  mark: Mark;
  position: Instruction["position"];
}

/** Whether a mark may leave code at its front. */
type MayLeave = (mark: Mark) => boolean;

/**
 * Moves marks up to where their objects become known, so that several writes share one and none stands between a write and the reads behind it; out
 * of loops too. What is shown of an object is read later, so that it does not matter when the host is told, as long as nothing of the host's runs in
 * between. A loop that runs no time may so tell of a change that is none.
 */
export function raiseMarks(body: Instruction[], tools: MarkTools): void {
  new Raising(tools).sequence(body, undefined, () => false);
}

class Raising {
  #tools: MarkTools;

  constructor(tools: MarkTools) {
    this.#tools = tools;
  }

  /** Moves marks up in a sequence, in place, and gives those that leave it; with `around`, exits of that loop do not stop them. */
  sequence(body: Instruction[], position: Instruction["position"], mayLeave: MayLeave, around?: CodeFacts): Rising[] {
    let rising: Rising[] = [];
    const reversed: Instruction[] = [];
    const settle = (stops: (each: Rising) => boolean): void => {
      for (const each of rising.filter(stops)) reversed.push(this.#make(each));
      rising = rising.filter((each) => !stops(each));
    };
    for (const instruction of body.toReversed()) {
      const at = instruction.position ?? position;
      const mark = this.#tools.marks.get(instruction);
      if (mark) {
        rising = [{ mark, position: at }, ...rising.filter((each) => each.mark.root !== mark.root)];
        continue;
      }
      const facts = this.#tools.facts.of(instruction);
      settle(({ mark: { root } }) => blocks(facts, root) && !(around && passes(facts, around, root)));
      const inner = this.#within(instruction, at, () => true);
      const roots = new Set(inner.map((each) => each.mark.root));
      rising = [...inner, ...rising.filter((each) => !roots.has(each.mark.root))];
      reversed.push(instruction);
    }
    settle(({ mark }) => !mayLeave(mark));
    body.splice(0, body.length, ...reversed.toReversed());
    return rising;
  }

  /** Marks that leave an instruction at its front. */
  #within(instruction: Instruction, position: Instruction["position"], mayLeave: MayLeave): Rising[] {
    if (instruction.kind === "if") {
      this.sequence(instruction.body, position, () => false);
      this.sequence(instruction.otherwise, position, () => false);
    } else if (instruction.kind === "block") {
      if (instruction.op === "loop") return this.#loop(instruction, position, mayLeave);
      return this.sequence(instruction.body, position, mayLeave);
    } else if (instruction.kind === "try") this.sequence(instruction.body, position, () => false);
    const { operands } = instruction;
    return operands.flatMap((operand, index) => {
      const before = operands.slice(0, index).map((each) => this.#tools.facts.of(each));
      const canPass: MayLeave = (mark) => mayLeave(mark) && !before.some((facts) => blocks(facts, mark.root));
      return this.#within(operand, operand.position ?? position, canPass);
    });
  }

  #loop(
    instruction: Extract<Instruction, { kind: "block" }>,
    position: Instruction["position"],
    mayLeave: MayLeave,
  ): Rising[] {
    const facts = this.#tools.facts.of(instruction);
    const stays: MayLeave = (mark) => !facts.isLoud && !facts.assigned.has(mark.root) && mayLeave(mark);
    const out = this.sequence(instruction.body, position, stays, facts);
    return out.map(({ mark, position: at }) => ({ mark: { ...mark, isGuarded: true }, position: at }));
  }

  #make({ mark, position }: Rising): Instruction {
    return this.#tools.make(mark, position);
  }
}

/** Whether a mark cannot be moved to the front of code. */
function blocks({ assigned, isLoud, targets, leaves }: CodeFacts, root: Root): boolean {
  return isLoud || leaves || targets.size > 0 || assigned.has(root);
}

/** Whether all that stops a mark is that code may leave the loop around it, which the mark leaves too. */
function passes({ assigned, isLoud, targets, leaves }: CodeFacts, around: CodeFacts, root: Root): boolean {
  if (isLoud || leaves || assigned.has(root) || around.isLoud || around.assigned.has(root)) return false;
  return [...targets].every((label) => around.targets.has(label));
}
