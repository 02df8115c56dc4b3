import type { CompileAppOptions } from "@rune/compiler/package";

type CompileModule = CompileAppOptions["compileModule"];

/** Milliseconds between two reports, and before the first one: most builds are over by then. */
const INTERVAL = 3000;

/** Has what a build is at told at times, such as `rune: 12 of 60 modules checked`. `now` gives milliseconds. */
export function reportProgress(
  compile: CompileModule,
  tell: (text: string) => void,
  now: () => number = () => performance.now(),
): CompileModule {
  let told = now();
  const counts = new Map<string, { done: number; all: number }>();
  return async (input, options) => {
    // For a release all modules are checked before one is compiled.
    const kind = options?.release === "check" ? "checked" : "compiled";
    const count = counts.get(kind) ?? { done: 0, all: 0 };
    counts.set(kind, count);
    count.all++;
    const result = await compile(input, options);
    count.done++;
    if (now() - told >= INTERVAL) {
      told = now();
      tell(`rune: ${count.done} of ${count.all} modules ${kind}`);
    }
    return result;
  };
}
