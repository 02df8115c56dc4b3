import { compile, getBinaryenModuleRef, initializeProgram, optimize, validate } from "assemblyscript";
import binaryen from "assemblyscript/binaryen";
import type { CapabilityName } from "@rune/schema";
import { LINEAR_MODULE } from "@rune/schema";
import { insertFuel } from "../wasm/index.ts";
import { findCapabilities } from "../engines/find-capabilities.ts";
import type { CompileModuleOptions } from "../engines/compiled-module.ts";
import { watchDataCalls } from "./data-calls.ts";
import { explainDataTypes } from "./data-types.ts";
import type { Reporter } from "./diagnostics.ts";
import { compilerFailed, importUnavailable } from "./messages.ts";
import type { Place } from "./messages.ts";
import { optimizationOf } from "./optimization.ts";
import type { Project } from "./project.ts";

/** Bytes of a module and what it asks its host for. */
export interface EmittedModule {
  bytes: Uint8Array;
  imports: string[];
  capabilities: CapabilityName[];
}

/** What to use instead of an import from JavaScript. */
const replacements: Readonly<Record<string, string>> = {
  "Date.now": "use `rune.get_time_ms()`",
  trace: "use `rune.log_debug(text)`",
};

/** Guest functions that need a capability beyond that of their import, or may: what an author's JSON holds is not known. */
const navigation = [
  "navigate",
  "navigate_back",
  "navigate_replace",
  "core_dispatch_mutation",
  "execute_mutation",
  "rune_execute_mutation",
].map((name) => `~lib/rune/mutations/${name}`);

/** Compiles the parsed program to bytes; `undefined` when there are errors. */
export function emitModule(
  project: Project,
  reporter: Reporter,
  options: CompileModuleOptions,
): EmittedModule | undefined {
  const { program, input } = project;
  initializeProgram(program);
  const dataCalls = watchDataCalls(project);
  const compiled = compile(program);
  const module = binaryen.wrapModule(getBinaryenModuleRef(compiled) as unknown as number);
  try {
    explainDataTypes(project, reporter, dataCalls);
    reporter.collect("compile", reporter.hasErrors() ? /'to_json'/ : undefined);
    if (reporter.hasErrors()) return undefined;
    if (!validate(compiled)) {
      reporter.add(compilerFailed(input.file, "it made a module that is not valid"));
      return undefined;
    }
    const navigates = navigation.some((name) => module.getFunction(name) !== 0);
    const { optimizeLevel, shrinkLevel, names } = optimizationOf(options);
    optimize(compiled, optimizeLevel, shrinkLevel, names);
    const imports = readImports(module);
    for (const { module: from, name } of imports) {
      if (from === LINEAR_MODULE) continue;
      reporter.add(importUnavailable(input.file, name, replacements[name], findUse(project, reporter, name)));
    }
    const hostImports = imports.filter((each) => each.module === LINEAR_MODULE).map(({ name }) => name);
    const bytes = module.emitBinary();
    return {
      // Fuel comes last, so that nothing can take it out again.
      bytes: options.fuel ? insertFuel({ bytes, positions: [] }).bytes : bytes,
      imports: hostImports,
      capabilities: findCapabilities(hostImports, navigates),
    };
  } finally {
    module.dispose();
  }
}

/** Where the author's files first name something, such as `Date.now`. */
function findUse(project: Project, reporter: Reporter, name: string): Place | undefined {
  for (const [normalizedPath, source] of project.files) {
    const start = source.indexOf(name);
    if (start >= 0) return reporter.place({ start, end: start + name.length, source: { normalizedPath } });
  }
  return undefined;
}

interface ModuleImport {
  module: string;
  name: string;
}

function readImports(module: binaryen.Module): ModuleImport[] {
  const imports: ModuleImport[] = [];
  for (let i = 0; i < module.getNumFunctions(); i++) {
    const { module: from, base } = binaryen.getFunctionInfo(module.getFunctionByIndex(i));
    if (from && base !== null) imports.push({ module: from, name: base });
  }
  for (let i = 0; i < module.getNumGlobals(); i++) {
    const { module: from, base } = binaryen.getGlobalInfo(module.getGlobalByIndex(i));
    if (from && base !== null) imports.push({ module: from, name: base });
  }
  return imports.sort((a, b) => (a.name < b.name ? -1 : 1));
}
