import type { ModuleEntry, ModuleExport } from "@rune/schema";
import { createJavascriptFunctions } from "../../javascript/index.ts";
import type { Guest, GuestOptions } from "../abi.ts";
import { convertArguments } from "../convert-arguments.ts";
import { convertResult } from "../convert-result.ts";
import { createReferenceImports } from "./create-imports.ts";
import { lowerImports } from "./lower-imports.ts";

type WasmFunction = (...args: unknown[]) => unknown;

/** A guest whose values are references: strings and objects cross as they are, checked. */
export async function createGuest(options: GuestOptions): Promise<Guest> {
  const { module, entry, functions, checkRunning, report, runJob } = options;
  const imports = createReferenceImports(module, {
    javascript: createJavascriptFunctions({}, report, runJob),
    host: lowerImports(module, functions, checkRunning),
  });
  const instance = await WebAssembly.instantiate(module, imports);
  return new ReferenceGuest(entry, instance.exports as Record<string, WasmFunction>);
}

class ReferenceGuest implements Guest {
  /** Who waits here awaits a promise; nothing suspends the module itself. */
  readonly suspends = false;
  readonly #entry: ModuleEntry;
  readonly #exports: Readonly<Record<string, WasmFunction>>;

  constructor(entry: ModuleEntry, exports: Readonly<Record<string, WasmFunction>>) {
    this.#entry = entry;
    this.#exports = exports;
  }

  prepare(exported: ModuleExport, args: readonly unknown[]): () => unknown {
    const { file } = this.#entry;
    const converted = convertArguments(file, exported, args);
    const callee = this.#exports[exported.name] as WasmFunction;
    return () => convertResult(file, exported, callee(...converted));
  }

  checkLimits(): void {
    // Engines have no limit for objects; what is allocated is counted in the module.
  }
}
