import type { Diagnostic } from "@rune/schema";

/** No engine compiles this file. */
export function engineMissing(file: string): Diagnostic {
  return {
    severity: "error",
    code: "module_engine_missing",
    message: "no engine compiles files of this kind",
    file,
    hint: "a module is a `.ts` file: ordinary TypeScript, or the AssemblyScript dialect if it is called `*.as.ts`",
  };
}
