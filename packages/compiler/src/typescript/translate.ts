import type { Diagnostic, Json, ModuleInterface } from "@rune/schema";
import type { CompileModuleInput, ControllerOptions } from "../engines/compiled-module.ts";
import { librarySource } from "../generated/library-source.ts";
import type { WasmModule } from "../wasm/index.ts";
import type { CallFacts } from "./analyze-calls.ts";
import { analyzeCalls } from "./analyze-calls.ts";
import type { CheckOptions, CheckSession, CheckedProgram } from "./check/index.ts";
import { findAuthorOptions, orderModules } from "./check/index.ts";
import { lowerCoroutines } from "./coroutine/index.ts";
import { generateDeclaration } from "./declaration/index.ts";
import { describeFailure } from "./describe-failure.ts";
import type { Purity } from "./effects/index.ts";
import { findPureExports, findPureMembers } from "./effects/index.ts";
import { generate } from "./generate/index.ts";
import { infer, joinEquals } from "./infer/index.ts";
import type { HiddenCall } from "./find-hidden-calls.ts";
import { findHiddenCalls } from "./find-hidden-calls.ts";
import { findInitialValues } from "./initial-values.ts";
import type { IrController, IrExport } from "./ir/index.ts";
import { LIBRARY_FOLDER, loadLibrary } from "./load-library.ts";
import type { ControllerFile, LoweringState } from "./lower/index.ts";
import { NeedsWhole, assignMembers, guardTypes, isAssignable, lowerAgain, lowerProgram } from "./lower/index.ts";
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
  /** Which of the exported functions change nothing. */
  purity: Purity;
  /** What hides from the compiler which functions the others call. */
  hidden: ReadonlyMap<string, HiddenCall>;
  /** What its calls of `rune.*` say. */
  calls: CallFacts;
  /** Values of exported variables that are known before it runs. */
  initial: ReadonlyMap<string, Json>;
  /** Project-relative paths of the other files that went into it, sorted. */
  dependencies: string[];
  /** The controllers that it makes. */
  controllers: readonly TranslatedController[];
  /** Texts of the author's and the library's files, by the names that positions have. */
  sources: ReadonlyMap<string, string>;
}

/** A controller of a translated program. */
export interface TranslatedController extends Pick<
  TranslatedProgram,
  "exports" | "purity" | "hidden" | "calls" | "initial" | "dependencies"
> {
  /** Name of the export that makes it. */
  name: string;
  file: string;
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
  /** Names of properties that JavaScript assigns of objects that have left the module; `[]` stands for the elements of arrays. */
  enters?: readonly string[];
  /** Whether checks are strict where no `tsconfig.json` says. */
  strict?: boolean;
  /** Whether the host may watch objects. */
  watch?: boolean;
  /** Whether JavaScript assigns all data that is exported. */
  replaceable?: boolean;
  /** Files that are controllers; the entry imports them, and exports what makes them. */
  controllers?: readonly ControllerOptions[];
}

/** What is asked of a program besides what its files say. */
interface Asked {
  assigns: readonly string[];
  enters: readonly string[];
  controllers: readonly ControllerOptions[];
  watch: boolean;
  replaceable: boolean;
}

/**
 * Translates ordinary TypeScript to WasmGC. It does not throw for what an author wrote: every failure is a diagnostic, one of the
 * compiler's own too.
 */
export function translateProgram(
  input: CompileModuleInput,
  {
    assigns = [],
    enters = [],
    strict = true,
    watch = false,
    replaceable = false,
    controllers = [],
  }: TranslateOptions = {},
  session: CompileSession = createCompileSession(),
): TranslateResult {
  const asked = { assigns, enters, controllers, watch, replaceable };
  const options = { compilerOptions: findAuthorOptions(input, strict) ?? { strict } };
  const memory = session.recall(input.file, { ...options, ...(replaceable && { replaceable }) });
  const { program } = memory;
  // Whatever happens in between, half of what is known is worse than nothing.
  memory.program = undefined;
  try {
    const again = program && translateAgain(program, memory.checks, input, options, asked);
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
    const lowered = lowerProgram(checked, controllers.map(fileOf), replaceable);
    const diagnostics = [...checked.diagnostics, ...lowered.diagnostics];
    if (hasErrors(diagnostics)) return { diagnostics };
    lowerCoroutines(lowered.program.modules);
    const translated = translate(checked, lowered, asked);
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
  asked: Asked,
): { translated: TranslatedProgram; remembered: Remembered } | undefined {
  const rechecked = checks.recheck(program.checked, input, options);
  if (!rechecked) return undefined;
  const { checked, edit } = rechecked;
  const outline = outlineOf(edit.before, program.checked);
  if (outline === undefined || outline !== outlineOf(edit.after, checked)) return undefined;
  try {
    const lowered = lowerAgain(program.lowered, checked, edit);
    const translated = translate(checked, lowered, asked, program.declaration);
    return { translated, remembered: { ...program, checked, lowered } };
  } catch (error) {
    if (error instanceof NeedsWhole) return undefined;
    throw error;
  }
}

function translate(
  checked: CheckedProgram,
  lowered: LoweringState,
  { assigns, enters, controllers, watch, replaceable }: Asked,
  declaration?: string,
): TranslatedProgram {
  const { program } = lowered;
  const calls = analyzeCalls(checked);
  const assigned = new Set([...assigns, ...calls.updates.names]);
  for (const made of program.exports) {
    made.assigned = (replaceable || assigned.has(made.name)) && isAssignable(made);
  }
  const exported = [...program.exports, ...program.controllers.flatMap(({ type }) => type.exports)];
  const writes = new Map(exported.map(({ variable }) => [variable, variable.writes]));
  for (const made of program.controllers) {
    const { assigns: own = [] } = controllers.find(({ name }) => name === made.name) ?? {};
    const names = new Set([...own, ...calls.updates.names]);
    assignMembers(made, (each) => (replaceable || names.has(each.name)) && isAssignable(each));
  }
  const declared = guardTypes(program.declared, lowered.inner);
  const inference = infer({ ...program, declared }, loadLibrary(), { watch, enters: new Set(enters) });
  // Equal objects that functions make, and others that were there before, are still told apart.
  const purity = findPureExports(inference);
  const members = new Map(program.controllers.map((made) => [made, findPureMembers(inference, made.type)]));
  joinEquals(inference);
  const generated = generate(inference);
  // What JavaScript assigns is counted by the inference.
  for (const [variable, count] of writes) variable.writes = count;
  return {
    wasm: generated.module,
    interface: generated.interface,
    declaration: controllers.length > 0 ? "" : (declaration ?? generateDeclaration(checked)),
    exports: program.exports.map((each) => ({ ...each })),
    purity,
    hidden: findHiddenCalls(checked, checked.entry, purity.effects),
    calls,
    initial: findInitialValues(checked),
    dependencies: checked.dependencies,
    controllers: program.controllers.map((made) => describeController(checked, made, members.get(made)!)),
    sources: collectSources(checked),
  };
}

function describeController(
  { checker, findImported, files }: CheckedProgram,
  { name, file, type }: IrController,
  purity: Purity,
): TranslatedController {
  const entry = files.find(({ fileName }) => fileName === file)!;
  const own = orderModules(entry, { files, findImported }, checker, () => {});
  return {
    name,
    file,
    exports: type.exports.map((each) => ({ ...each })),
    purity,
    hidden: findHiddenCalls({ checker, files }, entry, purity.effects),
    calls: analyzeCalls({ files: own, checker }),
    initial: findInitialValues({ entry, checker }),
    dependencies: own.map(({ fileName }) => fileName).filter((each) => each !== file),
  };
}

function fileOf({ name, file, many = false }: ControllerOptions): ControllerFile {
  return { name, file, many };
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
