import type { Diagnostic } from "@rune/schema";
import { REFERENCE_MODULE, compareText } from "@rune/schema";
import { moduleName } from "@rune/schema/source-map";
import type { CompileModuleInput, ControllerOptions } from "../engines/compiled-module.ts";
import type { EncodedModule } from "../wasm/index.ts";
import {
  encodeModule,
  generateSourceMap,
  insertFuel,
  listImportedFunctions,
  optimizeWithPositions,
  withInlineSourceMap,
} from "../wasm/index.ts";
import type { NamedText } from "./check/index.ts";
import { describeFailure } from "./describe-failure.ts";
import type { CompileSession } from "./rebuild/session.ts";
import type { TranslatedProgram, TranslateResult } from "./translate.ts";
import { translateProgram } from "./translate.ts";

/** A program as WASM, and what is known of it. */
export interface CompiledTypeScript extends Omit<TranslatedProgram, "wasm" | "sources"> {
  bytes: Uint8Array;
  /** Functions of `rune:host` that it uses, sorted. */
  imports: string[];
  /** Source map of `bytes`, version 3, if it was asked for. */
  sourceMap?: string;
}

/** A compiled program, unless a diagnostic is an error. */
export interface CompileTypeScriptResult {
  module?: CompiledTypeScript;
  diagnostics: Diagnostic[];
}

/** How a program is compiled. */
export interface CompileTypeScriptOptions {
  /**
   * Files that are controllers; the program imports them, and exports what makes them.
   * @default none
   */
  controllers?: readonly ControllerOptions[];
  /**
   * Names of exported variables that JavaScript assigns, besides those that the program's own `rune.update_data` names.
   * @default none
   */
  assigns?: readonly string[];
  /**
   * Names of properties that JavaScript assigns of objects that it has from the module; `[]` stands for the elements of arrays.
   * @default none
   */
  enters?: readonly string[];
  /**
   * Whether the module counts what it does and stops when its host's budget is used up.
   * @default false
   */
  fuel?: boolean;
  /**
   * Whether the module tells its host which objects have changed, of those that the host watches.
   * @default false
   */
  watch?: boolean;
  /**
   * Whether JavaScript can assign all data that is exported, as it was in another build of the program.
   * @default false
   */
  replaceable?: boolean;
  /**
   * Whether checks are strict where no `tsconfig.json` around the module says so.
   * @default true
   */
  strict?: boolean;
  /**
   * Whether to make a source map, and whether it stands in the module itself, where engines and hosts find it.
   * @default false
   */
  sourceMap?: boolean | "inline";
}

/**
 * Compiles ordinary TypeScript to WasmGC, fast: nothing is optimised, and functions keep their names. In a session, a program that was compiled
 * before is looked at only where it was edited.
 */
export function compileTypeScript(
  input: CompileModuleInput,
  options: CompileTypeScriptOptions = {},
  session?: CompileSession,
): CompileTypeScriptResult {
  const { translated, diagnostics } = translateProgram(input, options, session);
  if (!translated) return { diagnostics };
  try {
    const encoded = encodeModule(
      // Engines write the name into stacks, which only those want who can map them.
      options.sourceMap ? { ...translated.wasm, name: moduleName(input.file) } : translated.wasm,
      { names: true },
    );
    return { module: finish(input.file, translated, encoded, encoded.imports, options), diagnostics };
  } catch (error) {
    return { diagnostics: [...diagnostics, describeFailure(input.file, authorFiles(input.file, translated), error)] };
  }
}

/** Compiles ordinary TypeScript to WasmGC that Binaryen has optimised, without names; of sessions see {@link compileTypeScript}. */
export async function compileTypeScriptRelease(
  input: CompileModuleInput,
  options: CompileTypeScriptOptions = {},
  session?: CompileSession,
): Promise<CompileTypeScriptResult> {
  const translate = (given: CompileModuleInput): TranslateResult => translateProgram(given, options, session);
  const { translated, diagnostics } = session?.translations.take(input, options, translate) ?? translate(input);
  if (!translated) return { diagnostics };
  try {
    const optimized = await optimizeWithPositions(translated.wasm);
    const imports = listImportedFunctions(translated.wasm);
    return { module: finish(input.file, translated, optimized, imports, options), diagnostics };
  } catch (error) {
    return { diagnostics: [...diagnostics, describeFailure(input.file, authorFiles(input.file, translated), error)] };
  }
}

/** Checks ordinary TypeScript for {@link compileTypeScriptRelease}, which in the same session begins where this ends. */
export function checkTypeScript(
  input: CompileModuleInput,
  options: CompileTypeScriptOptions,
  session: CompileSession,
): CompileTypeScriptResult {
  const { translated, diagnostics } = session.translations.keep(input, options, (given) =>
    translateProgram(given, options, session),
  );
  if (!translated) return { diagnostics };
  const { wasm, sources: _sources, ...rest } = translated;
  const imports = listHostImports(listImportedFunctions(wasm));
  return { module: { ...rest, bytes: new Uint8Array(), imports }, diagnostics };
}

function authorFiles(file: string, { dependencies, sources }: TranslatedProgram): NamedText[] {
  return [file, ...dependencies].map((fileName) => ({ fileName, text: sources.get(fileName) ?? "" }));
}

/** Fuel comes last, so that nothing can take it out again. */
function finish(
  file: string,
  { wasm: _wasm, sources, ...rest }: TranslatedProgram,
  encoded: EncodedModule,
  imported: readonly [module: string, name: string][],
  { fuel = false, sourceMap = false }: CompileTypeScriptOptions,
): CompiledTypeScript {
  const { bytes, positions } = fuel ? insertFuel(encoded) : encoded;
  const imports = listHostImports(imported);
  if (!sourceMap) return { ...rest, bytes, imports };
  const map = generateSourceMap(file, positions, sources);
  return { ...rest, bytes: sourceMap === "inline" ? withInlineSourceMap(bytes, map) : bytes, imports, sourceMap: map };
}

function listHostImports(imported: readonly [module: string, name: string][]): string[] {
  return imported
    .filter(([from]) => from === REFERENCE_MODULE)
    .map(([, name]) => name)
    .sort(compareText);
}
