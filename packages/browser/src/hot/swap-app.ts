import type { OpenedPackage, PackageSource } from "@rune/archive";
import { isRuneError, type JsonObject, type Manifest, type Route } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { Page } from "../page/load-page.ts";
import { forgetModules } from "../controller/load-module.ts";
import type { DroppedState } from "./carry-state.ts";
import { findReloadReason } from "./find-reload-reason.ts";
import { createFirstValues, type FirstValues } from "./first-values.ts";
import type { HotApp, HotListener } from "./hot-app.ts";
import { keepNodeState } from "./keep-node-state.ts";
import { createRememberedFiles } from "./remembered-source.ts";
import { createStores, type Stores } from "./stores.ts";
import { loadSwap, viewOf, type Builds, type PageSwap } from "./swap-page.ts";
import { loadSheets } from "./swap-sheets.ts";
import { createTouchCheck, isSheet, listChangedFiles } from "./touched-views.ts";

/** What became of another build. */
export interface SwapResult {
  /** Why the page has to be loaded again instead, as the end of a sentence; then nothing has been swapped. */
  readonly reason?: string;
  /** State of controllers that has not been taken over. */
  readonly dropped: readonly DroppedState[];
}

/** Brings other builds to an app whose `hot` it is. */
export interface AppSwapper extends HotListener {
  /**
   * Brings another build of an app to the page, in the place of the one that runs. Controllers that have not changed go on as if nothing had happened. One that has
   * changed begins beside the old one, takes over what that holds in exported variables, as far as its types take it, and then the old one ends. What the
   * user has entered, where the focus is and how far things are scrolled stays, as far as there are still elements for it.
   *
   * @param source Address of the package's folder
   * @param files What of it has changed since the build before, base64 by path; what is not known is asked for
   * @throws RuneError (as a rejection) where the new build cannot be loaded, or a controller of it cannot begin; the page is then as it was
   */
  swap(source: string | URL, files?: Readonly<Record<string, string>>): Promise<SwapResult>;
}

export function createAppSwapper(): AppSwapper {
  const firstValues = createFirstValues();
  const stores = createStores(firstValues);
  const remembered = createRememberedFiles();
  let hot: HotApp | undefined;
  return {
    mounted(app) {
      hot = app;
    },
    made(controller, instance) {
      firstValues.note(controller);
      if (hot) stores.note(instance, hot.app.manifest);
    },
    async swap(address, files = {}) {
      if (!hot) return { reason: "the app did not run", dropped: [] };
      const running = hot;
      const swap = (): Promise<SwapResult> =>
        swapApp(running, remembered.open(address, running.app.window.document.baseURI), firstValues, stores);
      remembered.take(files);
      try {
        return await swap();
      } catch (error) {
        if (!isPackageFailure(error)) throw error;
        // Files of several builds: a change was missed.
        remembered.forget();
        return swap();
      }
    },
  };
}

async function swapApp(
  hot: HotApp,
  source: PackageSource,
  firstValues: FirstValues,
  stores: Stores,
): Promise<SwapResult> {
  const { app, stage } = hot;
  const { pkg: before, manifest } = app;
  const after = await app.verifier.openPackage(source, { verify: "used" });
  const reason = findReloadReason(manifest, after.manifest);
  if (reason !== undefined) return { reason, dropped: [] };
  const modules = listChangedModules(before.manifest, after.manifest);
  const sheets = new Set(listChangedFiles(before.manifest, after.manifest).filter(isSheet));
  const kept = await findKept(hot, createTouchCheck(before.manifest, after.manifest));
  const change = forgetModules(app, modules);
  setPackage(app, after, after.manifest);
  const swaps: PageSwap[] = [];
  const dropped: DroppedState[] = [];
  let replaceSheets: () => void;
  try {
    replaceSheets = await loadSheets(kept.values(), sheets, app);
    // Somebody may go to another page meanwhile.
    while (await loadSwaps(hot, { before, after, modules, firstValues }, kept, swaps));
    // Controllers begin with what they share as it was.
    dropped.push(...(await stores.carry(change)));
  } catch (error) {
    undo();
    throw error;
  }
  if (!isStill(stage.current, new Set(kept.values()), swaps)) {
    undo();
    return { reason: "a page that shows could not be loaded as a whole", dropped: [] };
  }
  replaceSheets();
  replaceRoutes(manifest.routes, after.manifest.routes);
  setPackage(app, after, { ...after.manifest, routes: manifest.routes });
  for (const key of stage.pages.keys()) if (!kept.has(key)) stage.pages.delete(key);
  for (const { key, page } of swaps) stage.pages.set(key, Promise.resolve(page));
  dropped.push(...(await showSwaps(swaps, hot)));
  for (const { old } of swaps) old.close();
  return { dropped };

  function undo(): void {
    setPackage(app, before, manifest);
    change.undo();
    for (const { page } of swaps) page.close();
  }
}

/** Whether files of a package are not what its manifest says. */
function isPackageFailure(error: unknown): boolean {
  return isRuneError(error) && error.code.startsWith("package_");
}

function listChangedModules(before: Manifest, after: Manifest): Set<string> {
  const files = before.modules.map(({ file }) => file);
  return new Set(files.filter((file) => before.files[file]?.integrity !== after.files[file]?.integrity));
}

function setPackage(app: AppContext, pkg: OpenedPackage, manifest: Manifest): void {
  Object.assign(app, { pkg, manifest } satisfies Pick<AppContext, "pkg" | "manifest">);
}

/** Pages that have been loaded, by their keys. Of those that could not be there is nothing to go on with. */
async function listLoaded({ pages }: HotApp["stage"]): Promise<[key: string, page: Page][]> {
  const loaded = await Promise.all([...pages].map(async ([key, page]) => [key, await page.catch(() => undefined)]));
  return loaded.filter((each): each is [string, Page] => each[1] !== undefined);
}

/** Pages that stay as they are, by their keys: another build makes them no differently, and no layout goes that they show in. */
async function findKept({ stage }: HotApp, isTouched: (view: string) => boolean): Promise<ReadonlyMap<string, Page>> {
  const untouched = (await listLoaded(stage)).filter(([key]) => !isTouched(viewOf(key)));
  const kept = new Map(untouched);
  const staying = new Set(kept.values());
  const first = stage.current.findIndex((page) => !staying.has(page));
  const inside = new Set(first < 0 ? [] : stage.current.slice(first));
  for (const [key, page] of untouched) if (inside.has(page)) kept.delete(key);
  return kept;
}

/** Whether what shows is what stays and, in it, what is swapped. */
function isStill(current: readonly Page[], staying: ReadonlySet<Page>, swaps: readonly PageSwap[]): boolean {
  const first = current.findIndex((page) => !staying.has(page));
  const inside = first < 0 ? [] : current.slice(first);
  return inside.every((page) => swaps.some(({ old }) => old === page));
}

/** Loads what comes in the place of pages that do not stay, and returns whether there were any. Each that is loaded is in `into`, also where another cannot be. */
async function loadSwaps(
  { app, stage }: HotApp,
  builds: Builds,
  kept: ReadonlyMap<string, Page>,
  into: PageSwap[],
): Promise<boolean> {
  const done = new Set(into.map(({ old }) => old));
  const others = (await listLoaded(stage)).filter(([key, page]) => !kept.has(key) && !done.has(page));
  const loads = others.map(async ([key, old]) => {
    into.push(await loadSwap(key, old, app, builds));
  });
  const failed = (await Promise.allSettled(loads)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return others.length > 0;
}

/** Makes the routes that the router knows those of another build, in place. */
function replaceRoutes(routes: readonly Route[], by: readonly Route[]): void {
  for (const route of routes) {
    const next = by.find(({ view, pattern }) => view === route.view && pattern === route.pattern);
    for (const name of Object.keys(route) as (keyof Route)[]) delete (route as Partial<Route>)[name];
    Object.assign(route, next);
  }
}

/** Puts pages in the place of those that show, in one go. */
async function showSwaps(swaps: readonly PageSwap[], { app, stage }: HotApp): Promise<DroppedState[]> {
  const shown = stage.current.flatMap((page) => swaps.find(({ old }) => old === page) ?? []);
  const hidden = swaps.filter((swap) => !shown.includes(swap));
  const [outermost] = shown;
  const first = outermost ? stage.current.indexOf(outermost.old) : stage.current.length;
  const restore = shown.length > 0 ? keepNodeState(app.element) : () => {};
  const ends = shown.map((swap) => swap.carryComponents());
  for (const { old, isRestarted } of [...shown].reverse()) old.hide(!isRestarted);
  stage.current.length = first;
  for (const { page } of shown) {
    page.show(stage.current.at(-1)?.outlet ?? app.element);
    stage.current.push(page);
  }
  const started = shown.map(({ old, page, isRestarted }) =>
    page.start(JSON.parse(old.started || "{}") as JsonObject, false, !isRestarted),
  );
  restore();
  await Promise.all(started);
  const dropped = [...shown, ...hidden].flatMap((swap) => swap.carryState());
  dropped.push(...ends.flatMap((end) => end()));
  // What shows only with what was taken over has come.
  restore();
  return dropped;
}
