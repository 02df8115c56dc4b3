import { getOrMake } from "./get-or-make.ts";

/** Something that turns out during the analysis, once and for all. */
export class Condition {
  #holds = false;
  #actions: (() => void)[] = [];

  get holds(): boolean {
    return this.#holds;
  }

  /** Notes that it is so. */
  note(): void {
    if (this.#holds) return;
    this.#holds = true;
    for (const action of this.#actions) action();
    this.#actions = [];
  }

  /** Acts once it is known to be so. */
  whenMet(action: () => void): void {
    if (this.#holds) action();
    else this.#actions.push(action);
  }
}

/** Conditions by name. */
export class Conditions {
  #conditions = new Map<string, Condition>();

  of(name: string): Condition {
    return getOrMake(this.#conditions, name, () => new Condition());
  }
}
