import { INTERFACE_SECTION, type ModuleExport } from "@rune/schema";
import type {
  CompileModuleInput,
  CompileModuleOptions,
  CompileModuleResult,
  CompiledController,
  ControllerOptions,
  Effect,
  SourcePlace,
} from "../engines/compiled-module.ts";
import { findCapabilities } from "../engines/find-capabilities.ts";
import { addCustomSection } from "../wasm/index.ts";
import { carryInterface } from "./carry-interface.ts";
import type { CompileTypeScriptOptions, CompileTypeScriptResult } from "./compile.ts";
import { checkTypeScript, compileTypeScript, compileTypeScriptRelease } from "./compile.ts";
import { describeExports } from "./describe-exports.ts";
import type { HiddenCall } from "./find-hidden-calls.ts";
import type { CompileSession } from "./rebuild/session.ts";
import type { TranslatedController } from "./translate.ts";

/** Name of the host function that changes pages. */
const DISPATCH = "core_dispatch_mutation";

/**
 * Compiles a module of ordinary TypeScript for the by-reference ABI. It does not throw for what an author wrote: every failure is a
 * diagnostic.
 */
export async function compileTypeScriptModule(
  input: CompileModuleInput,
  { release = true, ...options }: CompileModuleOptions = {},
  session?: CompileSession,
): Promise<CompileModuleResult> {
  const { controllers } = options;
  const program = controllers ? { ...input, source: importAll(input.file, controllers) } : input;
  const { module, diagnostics } = await compileFor(release, program, options, session);
  if (!module) return { diagnostics };
  const { bytes, sourceMap, imports, calls, declaration, dependencies } = module;
  const { functions, variables } = describeExports(module.exports, module.initial);
  return {
    module: {
      bytes: addCustomSection(
        bytes,
        INTERFACE_SECTION,
        new TextEncoder().encode(JSON.stringify(carryInterface(module.interface))),
      ),
      ...(sourceMap !== undefined && { sourceMap }),
      abi: "gc",
      ...(controllers ? { exports: functions } : withPurity(functions, module)),
      variables,
      imports,
      features: ["gc", "exceptions"],
      capabilities: findCapabilities(imports, calls.navigates && imports.includes(DISPATCH)),
      limits: {},
      updates: calls.updates,
      targets: calls.targets,
      emits: calls.emits,
      dependencies,
      interface: module.interface,
      declaration,
      ...(controllers && { controllers: module.controllers.map(describeController) }),
    },
    diagnostics,
  };
}

async function compileFor(
  release: NonNullable<CompileModuleOptions["release"]>,
  program: CompileModuleInput,
  options: CompileTypeScriptOptions,
  session: CompileSession | undefined,
): Promise<CompileTypeScriptResult> {
  if (release === true) return compileTypeScriptRelease(program, options, session);
  return release === "check" && session
    ? checkTypeScript(program, options, session)
    : compileTypeScript(program, options, session);
}

/** What makes the controllers stands in no file; a file that imports them all does. */
function importAll(file: string, controllers: readonly ControllerOptions[]): string {
  const up = "../".repeat(file.split("/").length - 1) || "./";
  return controllers.map((each) => `import ${JSON.stringify(up + each.file)};\n`).join("");
}

function describeController({
  name,
  file,
  exports,
  initial,
  purity,
  hidden,
  calls,
  dependencies,
}: TranslatedController): CompiledController {
  const { functions, variables } = describeExports(exports, initial);
  const { updates, targets, emits } = calls;
  return { name, file, ...withPurity(functions, { purity, hidden }), variables, updates, targets, emits, dependencies };
}

function describeEffect(place: SourcePlace, hidden: HiddenCall | undefined): Effect {
  return hidden ? { ...place, hidden } : { ...place };
}

function withPurity(
  functions: readonly ModuleExport[],
  { purity: { pure, effects }, hidden }: Pick<TranslatedController, "purity" | "hidden">,
): Pick<CompiledController, "exports" | "effects"> {
  return {
    exports: functions.map((each) => (pure.has(each.name) ? { ...each, pure: true } : each)),
    effects: Object.fromEntries(
      Array.from(effects, ([name, place]) => [name, describeEffect(place, hidden.get(name))]),
    ),
  };
}
