import type { ModuleInterface } from "@rune/schema";
import type { Instruction } from "../../../wasm/index.ts";
import { f64, nullValue } from "../../../wasm/index.ts";
import { NULL_BOOLEAN } from "../representation.ts";
import type { Runtime } from "../runtime.ts";

/** Exports what JavaScript needs to give (`in`) or to get (`out`) values that can be anything. */
export function exportAnyValues(
  runtime: Runtime,
  any: ModuleInterface["any"],
  direction: "in" | "out",
  name: () => string,
): void {
  if (any.true === undefined) {
    any.true = exported(runtime.specialValue(1), name());
    any.false = exported(runtime.specialValue(0), name());
    any.null = exported(runtime.specialValue(NULL_BOOLEAN), name());
  }
  if (direction === "in") any.box ??= exported(runtime.box(f64(0), false), name());
  else any.unbox ??= exported(runtime.unbox(nullValue("none")), name());
}

/** Exports the function that an instruction calls, or the global that it reads. */
function exported(use: Instruction, name: string): string {
  if (use.kind === "global" && !("module" in use.global)) use.global.exportName = name;
  if (use.kind === "function" && !("module" in use.function)) (use.function.exportNames ??= []).push(name);
  return name;
}
