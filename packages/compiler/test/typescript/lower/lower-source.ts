import { formatDiagnostic } from "@rune/schema";
import { checkProgram } from "../../../src/typescript/check/index.ts";
import { printProgram } from "../../../src/typescript/ir/print/index.ts";
import type { LoweredProgram } from "../../../src/typescript/lower/index.ts";
import { lowerProgram } from "../../../src/typescript/lower/index.ts";

/** Checks and lowers modules by path; the first is the entry. Throws if the checker refuses them. */
export function lowerSources(files: Record<string, string>): LoweredProgram {
  const [entry = "main.ts"] = Object.keys(files);
  const checked = checkProgram({
    file: entry,
    source: files[entry] ?? "",
    readFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  });
  const errors = checked.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(formatDiagnostic).join("\n\n"));
  return lowerProgram(checked);
}

/** The text of the intermediate form of modules, or of what cannot be compiled of them. */
export function printLowered(files: Record<string, string>): string {
  const { program, diagnostics } = lowerSources(files);
  return diagnostics.length > 0 ? `${diagnostics.map(formatDiagnostic).join("\n\n")}\n` : printProgram(program);
}
