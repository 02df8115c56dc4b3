import { compareText, type Diagnostic } from "@rune/schema";
import type { AppSource, CompileAppOptions, CompileAppResult } from "./app-source.ts";
import { checkApp } from "./check-app.ts";
import { compileControllers, type CompiledControllers } from "./compile-controllers.ts";
import { createOutput } from "./create-output.ts";
import { gatherFacts, type AppFacts } from "./gather-facts.ts";

/**
 * Compiles an app to the parts of its package. Pure: files come in, files go out. All errors are reported, of all pages;
 * with any of them there is no output.
 */
export async function compileApp(source: AppSource, options: CompileAppOptions): Promise<CompileAppResult> {
  const facts = await gatherFacts(source, options);
  const diagnostics = checkApp(facts);
  const dependencies = listDependencies(facts);
  if (diagnostics.some(isError)) return { diagnostics, dependencies };
  const controllers = await finishControllers(facts);
  const failures = [...controllers.values()].flatMap((each) => each.diagnostics).filter(isError);
  if (failures.length > 0) return { diagnostics: failures, dependencies };
  return { output: createOutput(facts, controllers), diagnostics, dependencies };
}

function listDependencies({ modules }: AppFacts): string[] {
  return [...new Set(modules.flatMap(({ module }) => module.dependencies))].sort(compareText);
}

/** For a release controllers were only checked until now. */
async function finishControllers({ source, options, discovered, controllers }: AppFacts): Promise<CompiledControllers> {
  const { release, compileModule } = options;
  return release ? compileControllers(source, discovered.controllers, { compileModule, release }) : controllers;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
