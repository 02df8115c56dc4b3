import type { CheckOptions, CheckSession, CheckedProgram } from "../check/index.ts";
import { createCheckSession } from "../check/index.ts";
import type { LoweringState } from "../lower/index.ts";

/** What is kept of a program that was compiled without anything wrong, in case it is compiled again after an edit. */
export interface Remembered {
  checked: CheckedProgram;
  lowered: LoweringState;
  declaration: string;
}

/** Programs of one process, by their entries. */
interface Memory {
  session: CheckSession;
  /** The options of the check, as text. */
  options: string;
  program: Remembered | undefined;
}

/** Programs that are remembered at most: those that were compiled last. */
const MOST = 4;

const memories = new Map<string, Memory>();

/** What is remembered under the name of an entry, for the same options; to be put there by whoever has compiled it. */
export function recall(file: string, options: CheckOptions): Memory {
  const key = JSON.stringify(options);
  const known = memories.get(file);
  const memory = known?.options === key ? known : { session: createCheckSession(), options: key, program: undefined };
  memories.delete(file);
  memories.set(file, memory);
  for (const oldest of memories.keys()) if (memories.size > MOST) memories.delete(oldest);
  return memory;
}

/** Forgets all programs. */
export function forgetPrograms(): void {
  memories.clear();
}
