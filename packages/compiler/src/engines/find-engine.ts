import type { CompileModuleInput, CompileModuleOptions, CompileModuleResult } from "./compiled-module.ts";
import type { CompileSource, Engine } from "./engine.ts";
import { gcEngine } from "./gc.ts";
import { linearEngine } from "./linear.ts";
import { engineMissing } from "./messages.ts";
import { rememberResults } from "./remember-results.ts";

/** The engines; the first whose suffix fits compiles a file. */
export const engines: readonly Engine[] = [linearEngine, gcEngine];

/** The engine for a file, by its name. */
export function findEngine(file: string): Engine | undefined {
  return file.endsWith(".d.ts") ? undefined : engines.find(({ suffix }) => file.endsWith(suffix));
}

/** Compiles a module with the engine that its name asks for; without one the result says what to do. */
export async function compileSource(
  input: CompileModuleInput,
  options?: CompileModuleOptions,
): Promise<CompileModuleResult> {
  const engine = findEngine(input.file);
  return engine ? engine.compile(input, options) : { diagnostics: [engineMissing(input.file)] };
}

/** Starts to compile modules of one project again and again, as {@link compileSource} does: faster, for what has not changed is known. */
export function createSourceCompiler(): CompileSource {
  const sessions = new Map(
    engines.map((engine) => [engine, rememberResults(engine.createSession?.() ?? engine.compile)]),
  );
  return async (input, options) => {
    const engine = findEngine(input.file);
    const compile = engine && sessions.get(engine);
    return compile ? compile(input, options) : { diagnostics: [engineMissing(input.file)] };
  };
}
