import type { IrFunction, IrVariable, Statement } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";

/**
 * Pieces of code that run from their start to their end without a stop. A variable that only one of them uses may be forgotten
 * when the function stops.
 */
export class Segments {
  #uses = new Map<IrVariable, Set<number>>();
  #count = 0;

  /** Notes what the statements use; gives them back. */
  add(statements: Statement[]): Statement[] {
    const segment = this.#count++;
    const use = (variable: IrVariable): void => {
      let segments = this.#uses.get(variable);
      if (!segments) this.#uses.set(variable, (segments = new Set()));
      segments.add(segment);
    };
    walkStatements(statements, { variable: use, function: (inner) => useInside(inner, use, new Set()) });
    return statements;
  }

  /** Variables of a function that must be kept while it waits. */
  kept(owner: IrFunction): IrVariable[] {
    return [...this.#uses].flatMap(([variable, segments]) =>
      variable.owner === owner && segments.size > 1 ? [variable] : [],
    );
  }
}

/** Tells of the variables that a function uses, those of the functions in it included. */
export function useInside(definition: IrFunction, use: (variable: IrVariable) => void, seen: Set<IrFunction>): void {
  if (seen.has(definition)) return;
  seen.add(definition);
  walkStatements(definition.body, { variable: use, function: (inner) => useInside(inner, use, seen) });
}
