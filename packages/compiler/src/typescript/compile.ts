import type { Diagnostic, Json, ModuleInterface } from "@rune/schema";
import { REFERENCE_MODULE, compareText } from "@rune/schema";
import type { CompileModuleInput } from "../assemblyscript/index.ts";
import { encodeModule, listImportedFunctions } from "../wasm/index.ts";
import type { CallFacts } from "./analyze-calls.ts";
import { analyzeCalls } from "./analyze-calls.ts";
import { checkProgram } from "./check/index.ts";
import { lowerCoroutines } from "./coroutine/index.ts";
import { generateDeclaration } from "./declaration/index.ts";
import { findPureExports } from "./effects/index.ts";
import { generate } from "./generate/index.ts";
import { infer } from "./infer/index.ts";
import { findInitialValues } from "./initial-values.ts";
import type { IrExport } from "./ir/index.ts";
import { loadLibrary } from "./load-library.ts";
import { lowerProgram } from "./lower/index.ts";

/** A program as WASM, and what is known of it. */
export interface CompiledTypeScript {
  bytes: Uint8Array;
  /** How values cross between it and JavaScript. */
  interface: ModuleInterface;
  /** TypeScript's declaration of what an import of it gives, for a file in the project's root. */
  declaration: string;
  exports: readonly IrExport[];
  /** Names of exported functions that change nothing. */
  pure: ReadonlySet<string>;
  /** Functions of `rune:host` that it uses, sorted. */
  imports: string[];
  /** What its calls of `rune.*` say. */
  calls: CallFacts;
  /** Values of exported variables that are known before it runs. */
  initial: ReadonlyMap<string, Json>;
  /** Project-relative paths of the other files that went into it, sorted. */
  dependencies: string[];
}

/** A compiled program, unless a diagnostic is an error. */
export interface CompileTypeScriptResult {
  module?: CompiledTypeScript;
  diagnostics: Diagnostic[];
}

/** How a program is compiled. */
export interface CompileTypeScriptOptions {
  /**
   * Names of exported variables that JavaScript assigns, besides those that the program's own `rune.update_data` names.
   * @default none
   */
  assigns?: readonly string[];
}

/** Compiles ordinary TypeScript to WasmGC. */
export function compileTypeScript(
  input: CompileModuleInput,
  { assigns = [] }: CompileTypeScriptOptions = {},
): CompileTypeScriptResult {
  const checked = checkProgram(input);
  if (hasErrors(checked.diagnostics)) return { diagnostics: checked.diagnostics };
  const { program, diagnostics: unsupported } = lowerProgram(checked);
  const diagnostics = [...checked.diagnostics, ...unsupported];
  if (hasErrors(diagnostics)) return { diagnostics };
  const calls = analyzeCalls(checked);
  const assigned = new Set([...assigns, ...calls.updates.names]);
  for (const made of program.exports) {
    made.assigned = assigned.has(made.name) && (made.variable.kind === "let" || made.variable.kind === "var");
  }
  lowerCoroutines(program.modules);
  const inference = infer(program, loadLibrary());
  const pure = findPureExports(inference);
  const generated = generate(inference);
  const module: CompiledTypeScript = {
    bytes: encodeModule(generated.module, { names: true }).bytes,
    interface: generated.interface,
    declaration: generateDeclaration(checked),
    exports: program.exports,
    pure,
    imports: listImportedFunctions(generated.module)
      .filter(([from]) => from === REFERENCE_MODULE)
      .map(([, name]) => name)
      .sort(compareText),
    calls,
    initial: findInitialValues(checked),
    dependencies: checked.dependencies,
  };
  return { module, diagnostics };
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
