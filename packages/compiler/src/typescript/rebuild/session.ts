import type { CheckOptions, CheckSession, CheckedProgram } from "../check/index.ts";
import { createCheckSession } from "../check/index.ts";
import type { LoweringState } from "../lower/index.ts";
import { createTranslations, type Translations } from "./translations.ts";

/** What is kept of a program that was compiled without anything wrong, in case it is compiled again after an edit. */
export interface Remembered {
  checked: CheckedProgram;
  lowered: LoweringState;
  declaration: string;
}

/** A program that is compiled again and again. */
export interface ProgramMemory {
  readonly checks: CheckSession;
  program: Remembered | undefined;
}

/** Remembers the programs that one compiler has compiled, so that an edit of one function is all that is looked at. */
export interface CompileSession {
  /** Translations that wait for being optimised. */
  readonly translations: Translations;
  /** What is remembered of an entry for the same options; to be put there by whoever has compiled it. */
  recall(file: string, options: CheckOptions & { readonly replaceable?: boolean }): ProgramMemory;
}

/** Programs that are remembered at most: those that were compiled last. */
const MOST = 4;

/** Starts a session. All entries in it are of one project: they are told apart by their paths. */
export function createCompileSession(): CompileSession {
  const memories = new Map<string, { memory: ProgramMemory; options: string }>();
  return {
    translations: createTranslations(),
    recall(file, options) {
      const key = JSON.stringify(options);
      const known = memories.get(file);
      const memory = known?.options === key ? known.memory : { checks: createCheckSession(), program: undefined };
      memories.delete(file);
      memories.set(file, { memory, options: key });
      for (const oldest of memories.keys()) if (memories.size > MOST) memories.delete(oldest);
      return memory;
    },
  };
}
