import type { OpenedPackage } from "@rune/archive";
import type { JsonObject, Manifest } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { loadPage, type Page, type PageParts } from "../page/load-page.ts";
import { carryComponents } from "./carry-components.ts";
import { carryState, type DroppedState } from "./carry-state.ts";
import type { FirstValues } from "./first-values.ts";
import { listChanges } from "./list-changes.ts";

/** Two builds of an app. */
export interface Builds {
  readonly before: OpenedPackage;
  readonly after: OpenedPackage;
  /** Files of the modules that are others. */
  readonly modules: ReadonlySet<string>;
  readonly firstValues: FirstValues;
}

/** A page, and what comes in its place. */
export interface PageSwap {
  readonly old: Page;
  readonly page: Page;
  /** By what the page is found. */
  readonly key: string;
  /** The controller, if there is one, is another, and begins. */
  readonly isRestarted: boolean;
  /** Has components that come to show go on with the controllers of those that go; what it returns ends that. */
  carryComponents(): () => DroppedState[];
  /** Gives the controller what the one before held; what its view shows of it shows at once. */
  carryState(): DroppedState[];
}

const OPAQUE = "only its controller, which is AssemblyScript, knows it";

/** How a page is found among those that an app has loaded. */
export function describeParts({ view, controller, factory, data }: PageParts): string {
  return JSON.stringify([view, controller, factory, data]);
}

/** The view of a page that is found so. */
export function viewOf(key: string): string {
  const [view] = JSON.parse(key) as [view: string];
  return view;
}

/**
 * Loads what a page has become, with the controller that it has if that has not changed.
 *
 * @throws RuneError (as a rejection) where the page, or its new controller, cannot be loaded
 */
export async function loadSwap(key: string, old: Page, app: AppContext, builds: Builds): Promise<PageSwap> {
  const [view, controller, factory, data] = JSON.parse(key) as (string | null)[];
  const parts = findParts(builds.after.manifest, view ?? "");
  const running = await old.ready.catch(() => undefined);
  const isSame = parts.controller === (controller ?? undefined) && parts.factory === (factory ?? undefined);
  const kept = isSame && !builds.modules.has(controller ?? "") ? running : undefined;
  const [was, is] = await Promise.all([readData(app, builds.before, data), readData(app, builds.after, parts.data)]);
  const changed = listChanges(was, is);
  // What the author has changed is to be seen; all else is what has become of it.
  const page = await loadPage(kept ? { ...parts, assigns: changed } : parts, app, kept);
  const next = await page.ready;
  // What a controller of the linear ABI tells the page is not what it holds, which nobody else can read.
  const isOpaque = next !== undefined && !kept && next.part.reader === undefined;
  const lost: DroppedState[] = [];
  for (const [name, value] of old.target.data) {
    if (changed.includes(name) || page.target.state?.keeps(name)) continue;
    if (!isOpaque) page.target.data.set(name, value);
    else if (!Object.is(value, page.target.data.get(name))) lost.push({ owner: parts.view, name, reason: OPAQUE });
  }
  return {
    old,
    page,
    key: describeParts(parts),
    isRestarted: !kept,
    carryComponents: () => carryComponents(old.target.controllers, page.target.controllers, builds.firstValues),
    carryState() {
      if (!running || !next || kept || isOpaque) return lost;
      const dropped = carryState(parts.view, running.part, next.part, builds.firstValues, changed);
      next.module.flush();
      return dropped;
    },
  };
}

/** What a view has beside it: that of a page, or of a layout. */
function findParts({ routes, views }: Manifest, name: string): PageParts {
  const route = routes.find(({ view }) => view === name);
  if (route) {
    const { pattern: _pattern, layouts: _layouts, ...parts } = route;
    return parts;
  }
  const { file: _file, name: _name, ...parts } = views.find((each) => each.name === name) ?? { file: "", name };
  return { view: name, ...parts };
}

function readData(
  { verifier }: AppContext,
  pkg: OpenedPackage,
  file: string | null | undefined,
): Promise<JsonObject> | JsonObject {
  return typeof file === "string" ? verifier.readData(pkg, file) : {};
}
