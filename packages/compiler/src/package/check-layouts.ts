import { MOST_LAYOUTS, type Diagnostic } from "@rune/schema";
import type { CompiledPage } from "./compile-page.ts";
import { findLayouts } from "./discover-pages.ts";
import { messages } from "./messages.ts";
import { diagnoseRange } from "./source-text.ts";

/** Checks that no page has more layouts around it than a package may name. */
export function checkLayouts(pages: readonly CompiledPage[], layouts: readonly CompiledPage[]): Diagnostic[] {
  const all = layouts.map(({ page }) => page);
  const tooMany = new Set(pages.flatMap(({ page }) => findLayouts(page.name, all)[MOST_LAYOUTS] ?? []));
  return layouts
    .filter(({ page }) => tooMany.has(page.name))
    .map(({ source }) => diagnoseRange(messages.app_layout_too_deep(MOST_LAYOUTS), source, 0, 1));
}
