import type { Diagnostic } from "@rune/schema";

/** No engine compiles this file. */
export function engineMissing(file: string): Diagnostic {
  return {
    severity: "error",
    code: "module_engine_missing",
    message: "the engine for ordinary TypeScript is not available yet",
    file,
    hint: `write the module in the AssemblyScript dialect and name it \`${(file.split("/").pop() ?? file).replace(/\.ts$/, ".as.ts")}\``,
  };
}
