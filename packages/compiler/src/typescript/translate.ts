import type { Diagnostic, Json, ModuleInterface } from "@rune/schema";
import { REFERENCE_MODULE, compareText } from "@rune/schema";
import type { CompileModuleInput } from "../assemblyscript/index.ts";
import { librarySource } from "../generated/library-source.ts";
import type { WasmModule } from "../wasm/index.ts";
import { listImportedFunctions } from "../wasm/index.ts";
import type { CallFacts } from "./analyze-calls.ts";
import { analyzeCalls } from "./analyze-calls.ts";
import type { CheckedProgram } from "./check/index.ts";
import { checkProgram, findAuthorOptions, tooDeep } from "./check/index.ts";
import { lowerCoroutines } from "./coroutine/index.ts";
import { generateDeclaration } from "./declaration/index.ts";
import { findPureExports } from "./effects/index.ts";
import { generate } from "./generate/index.ts";
import { infer } from "./infer/index.ts";
import { findInitialValues } from "./initial-values.ts";
import type { IrExport } from "./ir/index.ts";
import { LIBRARY_FOLDER, loadLibrary } from "./load-library.ts";
import { lowerProgram } from "./lower/index.ts";
import { internalFailure } from "./messages.ts";

/** A program as a module that is not yet written, and what is known of it. */
export interface TranslatedProgram {
  wasm: WasmModule;
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
  /** Texts of the author's and the library's files, by the names that positions have. */
  sources: ReadonlyMap<string, string>;
}

/** A translated program, unless a diagnostic is an error. */
export interface TranslateResult {
  translated?: TranslatedProgram;
  diagnostics: Diagnostic[];
}

/** How a program is translated. */
export interface TranslateOptions {
  /** Names of exported variables that JavaScript assigns. */
  assigns?: readonly string[];
  /** Whether checks are strict where no `tsconfig.json` says so. */
  strict?: boolean;
}

/**
 * Translates ordinary TypeScript to WasmGC. It does not throw for what an author wrote: every failure is a diagnostic, one of the
 * compiler's own too.
 */
export function translateProgram(
  input: CompileModuleInput,
  { assigns = [], strict = true }: TranslateOptions = {},
): TranslateResult {
  const checked = checkProgram(input, { compilerOptions: findAuthorOptions(input) ?? { strict } });
  if (hasErrors(checked.diagnostics)) return { diagnostics: checked.diagnostics };
  try {
    return translate(checked, assigns);
  } catch (error) {
    // The stack of the compiler itself is used up by what nests very deeply.
    const failure = error instanceof RangeError ? tooDeep(input.file) : internalFailure(input.file, error);
    return { diagnostics: [...checked.diagnostics, failure] };
  }
}

function translate(checked: CheckedProgram, assigns: readonly string[]): TranslateResult {
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
  const translated: TranslatedProgram = {
    wasm: generated.module,
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
    sources: collectSources(checked),
  };
  return { translated, diagnostics };
}

function collectSources({ files }: CheckedProgram): ReadonlyMap<string, string> {
  return new Map([
    ...files.map(({ fileName, text }): [string, string] => [fileName, text]),
    ...Object.entries(librarySource).map(([name, text]): [string, string] => [`${LIBRARY_FOLDER}${name}`, text]),
  ]);
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
