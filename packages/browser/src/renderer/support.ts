import type { Binding } from "@rune/schema";

/** Parts of the renderer that only views with certain bindings need. */
export interface RenderSupport {
  readonly components: typeof import("./components/index.ts") | undefined;
  readonly conditions: typeof import("./conditions/index.ts") | undefined;
  readonly fields: typeof import("./fields/index.ts") | undefined;
  readonly handlers: typeof import("./handlers/index.ts") | undefined;
  readonly linking: typeof import("./links/index.ts") | undefined;
  readonly lists: typeof import("./lists/index.ts") | undefined;
}

/** Loads what bindings of some types need. */
export async function loadSupport(types: ReadonlySet<Binding["type"]>): Promise<RenderSupport> {
  const [components, conditions, fields, handlers, linking, lists] = await Promise.all([
    types.has("component") || types.has("slot") ? import("./components/index.ts") : undefined,
    types.has("if") ? import("./conditions/index.ts") : undefined,
    types.has("model") || types.has("validity") ? import("./fields/index.ts") : undefined,
    types.has("event") ? import("./handlers/index.ts") : undefined,
    types.has("link") ? import("./links/index.ts") : undefined,
    types.has("for") ? import("./lists/index.ts") : undefined,
  ]);
  return { components, conditions, fields, handlers, linking, lists };
}
