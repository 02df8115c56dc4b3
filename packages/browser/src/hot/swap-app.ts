import type { OpenedPackage } from "@rune/archive";
import type { JsonObject, Manifest } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { loadPage, type Page, type PageParts } from "../page/load-page.ts";
import { createUrlSource } from "../providers/url-source.ts";
import type { HotApp } from "./hot-app.ts";
import { keepNodeState } from "./keep-node-state.ts";

/**
 * Brings another build of an app to the page: its views, data, styles and assets, under the controllers that run, which go on as if nothing had
 * happened. What the user has entered, where the focus is and how far things are scrolled stays, as far as there are still elements for it.
 *
 * @param source Address of the package's folder
 * @returns why the page has to be loaded again instead; `undefined` when all is done
 * @throws RuneError (as a rejection) where the new build cannot be loaded; the page is then as it was
 */
export async function swapApp({ app, stage }: HotApp, source: string | URL): Promise<string | undefined> {
  const next = await app.verifier.openPackage(createUrlSource(source, app.window.document.baseURI), { verify: "used" });
  const reason = findReason(app.manifest, next.manifest);
  if (reason) return reason;
  const before = app.pkg;
  setPackage(app, next);
  try {
    const old = await Promise.all([...stage.pages].map(async ([key, page]) => [key, await page] as const));
    const swaps = new Map<Page, Page>();
    for (const [key, page] of old) swaps.set(page, await loadSwap(key, page, app, before));
    showSwaps(swaps, { app, stage });
    for (const [key, page] of old) stage.pages.set(key, Promise.resolve(swaps.get(page) ?? page));
    for (const [, page] of old) page.close();
  } catch (error) {
    setPackage(app, before);
    throw error;
  }
  return undefined;
}

/** Why an app cannot go on with another build of itself. */
function findReason(before: Manifest, after: Manifest): string | undefined {
  const module = after.modules.find(({ file }) => before.files[file]?.integrity !== after.files[file]?.integrity);
  if (module) return `${module.file} has changed`;
  const describe = ({ files: _files, assets: _assets, ...rest }: Manifest): string => JSON.stringify(rest);
  return describe(before) === describe(after) ? undefined : "pages, modules or capabilities have changed";
}

function setPackage(app: AppContext, pkg: OpenedPackage): void {
  Object.assign(app, { pkg, manifest: pkg.manifest } satisfies Pick<AppContext, "pkg" | "manifest">);
}

/** Loads what a page has become, with the controller that it has. */
async function loadSwap(key: string, old: Page, app: AppContext, before: OpenedPackage): Promise<Page> {
  const [view, controller, factory, data] = JSON.parse(key) as (string | null)[];
  const read = (pkg: OpenedPackage): Promise<JsonObject> | JsonObject =>
    typeof data === "string" ? app.verifier.readData(pkg, data) : {};
  const [was, is] = await Promise.all([read(before), read(app.pkg)]);
  // What the author has changed is to be seen; all else is what has become of it.
  const changed = Object.keys(is).filter((name) => JSON.stringify(is[name]) !== JSON.stringify(was[name]));
  const parts = { view, controller, factory, data, assigns: changed };
  const known = Object.entries(parts).filter(([, part]) => part !== null && part !== undefined);
  const page = await loadPage(Object.fromEntries(known) as unknown as PageParts, app, await old.ready);
  await page.ready;
  const { target } = page;
  for (const [name, value] of old.target.data) {
    if (!changed.includes(name) && !target.state?.keeps(name)) target.data.set(name, value);
  }
  return page;
}

/** Puts pages in the place of those that show, in one go. */
function showSwaps(swaps: ReadonlyMap<Page, Page>, { app, stage }: HotApp): void {
  const shown = [...stage.current];
  const restore = keepNodeState(app.element);
  for (const page of [...shown].reverse()) page.hide(true);
  stage.current.length = 0;
  for (const page of shown) {
    const swap = swaps.get(page) ?? page;
    swap.show(stage.current.at(-1)?.outlet ?? app.element);
    stage.current.push(swap);
    void swap.start(JSON.parse(page.started || "{}") as JsonObject, false, true);
  }
  restore();
}
