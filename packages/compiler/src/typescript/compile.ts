import type { Diagnostic, ModuleInterface } from "@rune/schema";
import type { CompileModuleInput } from "../assemblyscript/index.ts";
import { encodeModule } from "../wasm/index.ts";
import { checkProgram } from "./check/index.ts";
import { generate } from "./generate/index.ts";
import { infer } from "./infer/index.ts";
import { loadLibrary } from "./load-library.ts";
import { lowerProgram } from "./lower/index.ts";

/** A compiled program, unless a diagnostic is an error. */
export interface CompileTypeScriptResult {
  module?: { bytes: Uint8Array; interface: ModuleInterface };
  diagnostics: Diagnostic[];
}

/** Compiles ordinary TypeScript to WasmGC. */
export function compileTypeScript(input: CompileModuleInput): CompileTypeScriptResult {
  const checked = checkProgram(input);
  if (hasErrors(checked.diagnostics)) return { diagnostics: checked.diagnostics };
  const lowered = lowerProgram(checked);
  const diagnostics = [...checked.diagnostics, ...lowered.diagnostics];
  if (hasErrors(diagnostics)) return { diagnostics };
  const { module, interface: description } = generate(infer(lowered.program, loadLibrary()));
  const { bytes } = encodeModule(module, { names: true });
  return { module: { bytes, interface: description }, diagnostics };
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
