import type { CompileModuleInput, CompileModuleResult } from "./compiled-module.ts";
import type { CompileSource } from "./engine.ts";

/** Modules that are remembered at most: those that were asked for last. */
const MOST = 8;

interface Remembered {
  source: string;
  /** What was read besides, files that are not there included. */
  reads: ReadonlyMap<string, string | undefined>;
  result: CompileModuleResult;
}

/**
 * Gives a module that was compiled before, if nothing that went into it has changed: of an app whose HTML is edited, no controller is compiled
 * again. Failures are not remembered.
 */
export function rememberResults(compile: CompileSource): CompileSource {
  const known = new Map<string, Remembered>();
  return async (input, options) => {
    const key = JSON.stringify([input.file, options]);
    const last = known.get(key);
    known.delete(key);
    if (last?.source === input.source && areSame(last.reads, input)) {
      known.set(key, last);
      return last.result;
    }
    const reads = new Map<string, string | undefined>();
    const readFile = (path: string): string | undefined => {
      const text = input.readFile(path);
      reads.set(path, text);
      return text;
    };
    const result = await compile({ ...input, readFile }, options);
    if (result.module) known.set(key, { source: input.source, reads, result });
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
    return result;
  };
}

function areSame(reads: Remembered["reads"], { readFile }: CompileModuleInput): boolean {
  try {
    return [...reads].every(([path, text]) => readFile(path) === text);
  } catch {
    // What cannot be read any more is another failure.
    return false;
  }
}
