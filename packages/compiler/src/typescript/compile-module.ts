import { INTERFACE_SECTION } from "@rune/schema";
import type { CompileModuleInput, CompileModuleOptions, CompileModuleResult } from "../engines/compiled-module.ts";
import { findCapabilities } from "../engines/find-capabilities.ts";
import { addCustomSection } from "../wasm/index.ts";
import { compileTypeScript, compileTypeScriptRelease } from "./compile.ts";
import { describeExports } from "./describe-exports.ts";
import type { CompileSession } from "./rebuild/session.ts";

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
  const { module, diagnostics } = release
    ? await compileTypeScriptRelease(input, options, session)
    : compileTypeScript(input, options, session);
  if (!module) return { diagnostics };
  const { bytes, sourceMap, imports, calls, declaration, dependencies } = module;
  const { functions, variables } = describeExports(module.exports, module.initial);
  return {
    module: {
      bytes: addCustomSection(bytes, INTERFACE_SECTION, new TextEncoder().encode(JSON.stringify(module.interface))),
      ...(sourceMap !== undefined && { sourceMap }),
      abi: "gc",
      exports: functions.map((each) => (module.pure.has(each.name) ? { ...each, pure: true } : each)),
      variables,
      imports,
      features: ["gc", "exceptions"],
      capabilities: findCapabilities(imports, calls.navigates && imports.includes(DISPATCH)),
      limits: {},
      updates: calls.updates,
      targets: calls.targets,
      dependencies,
      interface: module.interface,
      declaration,
    },
    diagnostics,
  };
}
