import type { Binding, Template, View } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { RenderSupport } from "../renderer/support.ts";
import { loadSupport } from "../renderer/support.ts";

/** A page's view, with everything that it can show. */
export interface LoadedViews {
  readonly view: View;
  /** The views of its components, by name, with those inside of these. */
  readonly views: ReadonlyMap<string, View>;
  /** What their bindings need. */
  readonly support: RenderSupport;
  /** Follows what the view says of the document, where it says something. */
  readonly head: typeof import("./head/index.ts") | undefined;
  /** Watches `<use>`, where there is one. */
  readonly drawings: typeof import("./drawings/index.ts") | undefined;
}

/**
 * Loads a view and the components that it uses, directly or through others.
 *
 * @throws RuneError (as a rejection) with a code `view_…` or `package_…`
 */
export async function loadViews(
  name: string,
  { pkg, element, manifest, policy, verifier }: AppContext,
): Promise<LoadedViews> {
  const views = new Map<string, View>();
  let wanted = [name];
  while (wanted.length > 0) {
    const loaded = await Promise.all(wanted.map((each) => verifier.readOwnView(pkg, each, policy, element)));
    for (const view of loaded) views.set(view.name, view);
    wanted = [...new Set(loaded.flatMap(listUses))].filter((each) => !views.has(each));
  }
  const types = [...views.values()].flatMap(({ templates }) => templates.flatMap(listTypes));
  const view = views.get(name) as View;
  const [support, head, drawings] = await Promise.all([
    loadSupport(new Set(types)),
    view.head || manifest.locale ? import("./head/index.ts") : undefined,
    /"svg:(use|mask|clipPath|marker|pattern|feImage)"/.test(JSON.stringify([...views.values()]))
      ? import("./drawings/index.ts")
      : undefined,
  ]);
  return { view, views, support, head, drawings };
}

function listTypes({ bindings }: Template): Binding["type"][] {
  return bindings.map(({ type }) => type);
}

/** Names of the views that a view uses. */
function listUses({ templates }: View): string[] {
  return templates.flatMap(({ bindings }) =>
    bindings.flatMap((binding) => (binding.type === "component" ? [binding.view] : [])),
  );
}
