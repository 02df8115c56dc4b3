import type { Diagnostic, Json, ModuleInterface } from "@rune/schema";
import type { CompileModuleInput } from "../engines/compiled-module.ts";
import { librarySource } from "../generated/library-source.ts";
import type { WasmModule } from "../wasm/index.ts";
import type { CallFacts } from "./analyze-calls.ts";
import { analyzeCalls } from "./analyze-calls.ts";
import type { CheckOptions, CheckSession, CheckedProgram } from "./check/index.ts";
import { findAuthorOptions } from "./check/index.ts";
import { lowerCoroutines } from "./coroutine/index.ts";
import { generateDeclaration } from "./declaration/index.ts";
import { describeFailure } from "./describe-failure.ts";
import { findPureExports } from "./effects/index.ts";
import { generate } from "./generate/index.ts";
import { infer } from "./infer/index.ts";
import { findInitialValues } from "./initial-values.ts";
import type { IrExport } from "./ir/index.ts";
import { LIBRARY_FOLDER, loadLibrary } from "./load-library.ts";
import type { LoweringState } from "./lower/index.ts";
import { NeedsWhole, guardTypes, lowerAgain, lowerProgram } from "./lower/index.ts";
import { outlineOf } from "./rebuild/outline.ts";
import type { CompileSession, Remembered } from "./rebuild/session.ts";
import { createCompileSession } from "./rebuild/session.ts";

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
  session: CompileSession = createCompileSession(),
): TranslateResult {
  const options = { compilerOptions: findAuthorOptions(input) ?? { strict } };
  const memory = session.recall(input.file, options);
  const { program } = memory;
  // Whatever happens in between, half of what is known is worse than nothing.
  memory.program = undefined;
  try {
    const again = program && translateAgain(program, memory.checks, input, options, assigns);
    if (again) {
      memory.program = again.remembered;
      return { translated: again.translated, diagnostics: [] };
    }
  } catch (error) {
    return { diagnostics: [describeFailure(input.file, [{ fileName: input.file, text: input.source }], error)] };
  }
  const checked = memory.checks.check(input, options);
  if (hasErrors(checked.diagnostics)) return { diagnostics: checked.diagnostics };
  try {
    const lowered = lowerProgram(checked);
    const diagnostics = [...checked.diagnostics, ...lowered.diagnostics];
    if (hasErrors(diagnostics)) return { diagnostics };
    lowerCoroutines(lowered.program.modules);
    const translated = translate(checked, lowered, assigns);
    if (diagnostics.length === 0) memory.program = { checked, lowered, declaration: translated.declaration };
    return { translated, diagnostics };
  } catch (error) {
    return { diagnostics: [...checked.diagnostics, describeFailure(input.file, checked.files, error)] };
  }
}

/** Translates a program after an edit of one function's body; `undefined` if that cannot be done without looking at all of it. */
function translateAgain(
  program: Remembered,
  checks: CheckSession,
  input: CompileModuleInput,
  options: CheckOptions,
  assigns: readonly string[],
): { translated: TranslatedProgram; remembered: Remembered } | undefined {
  const rechecked = checks.recheck(program.checked, input, options);
  if (!rechecked) return undefined;
  const { checked, edit } = rechecked;
  const outline = outlineOf(edit.before, program.checked);
  if (outline === undefined || outline !== outlineOf(edit.after, checked)) return undefined;
  try {
    const lowered = lowerAgain(program.lowered, checked, edit);
    const translated = translate(checked, lowered, assigns, program.declaration);
    return { translated, remembered: { ...program, checked, lowered } };
  } catch (error) {
    if (error instanceof NeedsWhole) return undefined;
    throw error;
  }
}

function translate(
  checked: CheckedProgram,
  lowered: LoweringState,
  assigns: readonly string[],
  declaration?: string,
): TranslatedProgram {
  const { program } = lowered;
  const calls = analyzeCalls(checked);
  const assigned = new Set([...assigns, ...calls.updates.names]);
  for (const made of program.exports) {
    made.assigned = assigned.has(made.name) && (made.variable.kind === "let" || made.variable.kind === "var");
  }
  const writes = program.exports.map(({ variable }) => variable.writes);
  const declared = guardTypes(program.declared, lowered.inner);
  const inference = infer({ ...program, declared }, loadLibrary());
  const pure = findPureExports(inference);
  const generated = generate(inference);
  // What JavaScript assigns is counted by the inference.
  program.exports.forEach(({ variable }, index) => (variable.writes = writes[index]!));
  return {
    wasm: generated.module,
    interface: generated.interface,
    declaration: declaration ?? generateDeclaration(checked),
    exports: program.exports.map((each) => ({ ...each })),
    pure,
    calls,
    initial: findInitialValues(checked),
    dependencies: checked.dependencies,
    sources: collectSources(checked),
  };
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
