import type { ViewEntry } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { MutationTarget } from "../page/mutation-target.ts";
import { loadModule } from "./load-module.ts";
import type { Makers } from "./makers/create-makers.ts";

/**
 * Loads what makes the controllers of components; only pages that show such components need it.
 *
 * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
 */
export async function loadMakers(views: readonly ViewEntry[], app: AppContext, page: MutationTarget): Promise<Makers> {
  const files = [...new Set(views.map(({ controller = "" }) => controller))];
  const [{ createMakers }, ...modules] = await Promise.all([
    import("./makers/index.ts"),
    ...files.map(async (file) => [file, await loadModule(file, app, true)] as const),
  ]);
  return createMakers(views, new Map(modules), app, page);
}
