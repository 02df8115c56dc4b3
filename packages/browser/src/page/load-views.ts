import type { Binding, View } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { ComponentSupport, FieldSupport } from "../renderer/render-context.ts";

/** A page's view, with everything that it can show. */
export interface LoadedViews {
  readonly view: View;
  /** The views of its components, by name, with those inside of these. */
  readonly views: ReadonlyMap<string, View>;
  /** What shows components, where there are some. */
  readonly components: ComponentSupport | undefined;
  /** What keeps fields and data the same, where something asks for it. */
  readonly fields: FieldSupport | undefined;
}

/**
 * Loads a view and the components that it uses, directly or through others.
 *
 * @throws RuneError (as a rejection) with a code `view_…` or `package_…`
 */
export async function loadViews(name: string, { pkg, policy, verifier }: AppContext): Promise<LoadedViews> {
  const views = new Map<string, View>();
  let wanted = [name];
  while (wanted.length > 0) {
    const loaded = await Promise.all(wanted.map((each) => verifier.readView(pkg, each, policy)));
    for (const view of loaded) views.set(view.name, view);
    wanted = [...new Set(loaded.flatMap(listUses))].filter((each) => !views.has(each));
  }
  const has = (test: (binding: Binding) => boolean): boolean =>
    [...views.values()].some(({ templates }) => templates.some(({ bindings }) => bindings.some(test)));
  const [components, fields] = await Promise.all([
    has(({ type }) => type === "component" || type === "slot") ? import("../renderer/components/index.ts") : undefined,
    has(usesFields) ? import("../renderer/fields/index.ts") : undefined,
  ]);
  return { view: views.get(name) as View, views, components, fields };
}

function usesFields(binding: Binding): boolean {
  if (binding.type === "model") return true;
  return binding.type === "event" && (binding.debounce !== undefined || binding.throttle !== undefined);
}

/** Names of the views that a view uses. */
function listUses({ templates }: View): string[] {
  return templates.flatMap(({ bindings }) =>
    bindings.flatMap((binding) => (binding.type === "component" ? [binding.view] : [])),
  );
}
