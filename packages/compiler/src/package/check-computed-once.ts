import type { Diagnostic } from "@rune/schema";
import type { CompiledControllers } from "./compile-controllers.ts";
import { findKnownComputedOnce } from "./known-files.ts";
import { messages } from "./messages.ts";
import type { ControllerSource } from "./compile-controllers.ts";
import { diagnoseRange } from "./source-text.ts";
import type { ViewFile } from "./view-file.ts";

/** Checks that constants which views show have nothing to follow; each is told once. */
export function checkComputedOnce(
  files: readonly Pick<ViewFile, "html">[],
  plan: readonly ControllerSource[],
  controllers: CompiledControllers,
): Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const { view, names } of files.flatMap(({ html }) => html.checks)) {
    const planned = plan.find(({ name }) => name === view);
    const own = controllers.get(view)?.module?.own;
    if (!planned || own?.abi !== "gc") continue;
    const { source, assigns } = planned;
    const assigned = new Set([...assigns, ...own.updates.names]);
    for (const { name, reads, start, end } of findKnownComputedOnce(source, names, assigned))
      told.set(`${source.file} ${name}`, diagnoseRange(messages.app_computed_once(name, reads), source, start, end));
  }
  return [...told.values()];
}
