import type { OpenedPackage } from "@rune/archive";
import type { JsonObject, Route } from "@rune/schema";
import type { AppContext } from "./app-context.ts";
import { createEventHub } from "./events/event-hub.ts";
import { appFailed } from "./messages.ts";
import type { ResolvedMountOptions } from "./options.ts";
import type { Overlays } from "./overlays/index.ts";
import type { Page } from "./page/load-page.ts";
import { loadPage } from "./page/load-page.ts";
import { createReport, toRuneError } from "./report.ts";
import type { Router, Visit } from "./router/index.ts";
import { showFailure } from "./show-failure.ts";

/** A started app. */
export interface App {
  navigate(path: string): Promise<void>;
  close(): void;
}

/** How long a page waits for its controller before it shows with its initial data, in milliseconds. */
const PATIENCE = 100;

/** Starts a verified package in an element and opens its first page. On failure nothing of it stays. */
export async function createApp(
  pkg: OpenedPackage,
  url: string | undefined,
  element: HTMLElement,
  options: ResolvedMountOptions,
): Promise<App> {
  const { manifest } = pkg;
  const window = element.ownerDocument.defaultView as Window & typeof globalThis;
  const verifier = await import("./verifier.ts");
  const tabindex = element.getAttribute("tabindex");
  const pages = new Map<string, Promise<Page>>();
  let current: Page | undefined;
  /** Counts openings, so that one that was overtaken by another shows nothing. */
  let openings = 0;
  let isClosed = false;
  let router: Router | undefined;
  let overlays: Promise<Overlays> | undefined;

  const report: AppContext["report"] = (error, origin) => {
    if (!isClosed) options.onError(createReport(toRuneError(error, appFailed), origin));
  };
  const attempt = (action: () => Promise<void>): void => {
    action().catch(report);
  };
  const navigate = async (target: string, params: JsonObject = {}): Promise<void> =>
    (await loadRouter()).navigate(target, params);
  const events = createEventHub(element, (link, path, event) => router?.follow(link, path, event));
  const withOverlays = (action: (overlays: Overlays) => void): void =>
    attempt(async () => {
      overlays ??= import("./overlays/index.ts").then(({ createOverlays }) => createOverlays());
      action(await overlays);
    });

  const app: AppContext = {
    window,
    element,
    pkg,
    manifest,
    url,
    grants: new Set(manifest.capabilities.map(({ name }) => name).filter((name) => options.grants.has(name))),
    verifier,
    policy: verifier.createMarkupPolicy(manifest, options.grants),
    storage: options.storage,
    events,
    links: {
      href: (path) => router?.href(path),
      isCurrent: (path) => router?.isCurrent(path) ?? false,
    },
    report,
    navigate: (target, params) => attempt(() => navigate(target, params)),
    navigateBack: () => attempt(async () => (await loadRouter()).back()),
    showOverlay: (dialog) => withOverlays((all) => all.show(dialog)),
    hideOverlay: (dialog) => withOverlays((all) => all.hide(dialog)),
  };

  async function loadRouter(): Promise<Router> {
    const { createRouter } = await import("./router/index.ts");
    router ??= createRouter({
      window,
      manifest,
      base: options.base,
      element,
      events,
      report,
      open: ({ route, params }, visit) => open(route, params, visit),
      openMessage: (content, visit) => replacePage(() => element.replaceChildren(content), visit),
      openFailure(error, visit) {
        replacePage(() => showFailure(element, error), visit);
        report(error);
      },
    });
    return router;
  }

  function findPage(route: Route): Promise<Page> {
    const key = JSON.stringify([route.view, route.controller, route.data]);
    const page = pages.get(key) ?? loadPage(route, app);
    pages.set(key, page);
    // A failed load may have been the network's fault: the next visit tries again.
    page.catch(() => pages.delete(key));
    return page;
  }

  async function open(route: Route, params: JsonObject, visit?: Visit): Promise<void> {
    const mine = ++openings;
    const page = await findPage(route);
    await Promise.race([page.ready, new Promise((resolve) => window.setTimeout(resolve, PATIENCE))]);
    if (mine !== openings || isClosed) return;
    const isOther = page !== current;
    if (isOther) leave();
    visit?.commit();
    if (isOther) {
      current = page;
      page.show();
    }
    await page.start(params);
    if (isOther && mine === openings) visit?.arrive();
  }

  function replacePage(show: () => void, visit: Visit): void {
    openings++;
    leave();
    visit.commit();
    show();
    visit.arrive();
  }

  function leave(): void {
    // A modal of the page that goes would keep the next one inert.
    if (overlays) withOverlays((all) => all.closeAll());
    current?.hide();
    current = undefined;
  }

  function close(): void {
    if (isClosed) return;
    leave();
    isClosed = true;
    openings++;
    router?.close();
    events.close();
    for (const page of pages.values())
      page.then(
        (loaded) => loaded.close(),
        () => {},
      );
    element.replaceChildren();
    if (tabindex === null) element.removeAttribute("tabindex");
  }

  try {
    const [route] = manifest.routes;
    const isSingle = manifest.routes.length === 1 && route && !/[:*]/.test(route.pattern);
    if (isSingle && !(await findPage(route)).hasLinks) {
      await open(route, {});
    } else {
      await (await loadRouter()).start();
    }
  } catch (error) {
    close();
    throw error;
  }
  return { navigate, close };
}
