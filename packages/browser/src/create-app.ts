import type { OpenedPackage } from "@rune/archive";
import type { AppContext } from "./app-context.ts";
import { createEventHub } from "./events/event-hub.ts";
import { FRAME_ATTRIBUTE } from "./first-frame/frame-attribute.ts";
import type { ResolvedMountOptions } from "./options.ts";
import type { Overlays } from "./overlays/index.ts";
import { createStage } from "./page/create-stage.ts";
import type { Router, RouterPlaces } from "./router/index.ts";

/** A started app. */
export interface App {
  navigate(path: string): Promise<void>;
  /** Gives a message to the controllers. Returns whether one takes messages. */
  send(message: unknown): boolean;
  /** Resolves when the pages that have been asked for are there, and rejects where one cannot be. */
  loaded(): Promise<readonly unknown[]>;
}

/** Starts a verified package in an element and opens its first page. On failure, or when `life` ends, nothing of it stays. */
export async function createApp(
  pkg: OpenedPackage,
  url: string | undefined,
  element: HTMLElement,
  options: ResolvedMountOptions,
  life: AbortSignal,
): Promise<App> {
  const { manifest } = pkg;
  const window = element.ownerDocument.defaultView as Window & typeof globalThis;
  const verifier = await import("./verifier.ts");
  const tabindex = element.getAttribute("tabindex");
  let isClosed = false;
  let router: Router | undefined;
  let overlays: Promise<Overlays> | undefined;

  const tell = verifier.createReporter(options.onError);
  const report: AppContext["report"] = (error, origin) => {
    if (!isClosed) tell(error, origin);
  };
  const attempt = (action: () => Promise<void>): void => {
    action().catch(report);
  };
  const withRouter = async (action: (router: Router) => Promise<void>): Promise<void> => {
    if (!router) {
      const { createRouter } = await import("./router/index.ts");
      if (!isClosed) router ??= createRouter(app, places);
    }
    if (router && !isClosed) await action(router);
  };
  const withOverlays = (action: (overlays: Overlays) => void): void =>
    attempt(async () => {
      overlays ??= import("./overlays/index.ts").then(({ createOverlays }) => createOverlays(app, life));
      action(await overlays);
    });
  const navigate: Router["navigate"] = (...visit) => withRouter((loaded) => loaded.navigate(...visit));
  const events = createEventHub(element, options.providers.timers ?? window, (link, path, event) =>
    router?.follow(link, path, event),
  );

  const app: AppContext = {
    ...options,
    window,
    element,
    pkg,
    manifest,
    url,
    grants: new Set(manifest.capabilities.map(({ name }) => name).filter((name) => options.grants.has(name))),
    verifier,
    policy: verifier.createMarkupPolicy(manifest, options.grants),
    stateId: options.stateId ?? manifest.id,
    receivers: new Set(),
    events,
    links: {
      href: (path) => router?.href(path),
      isCurrent: (path) => router?.isCurrent(path) ?? false,
    },
    report,
    navigate: (...visit) => attempt(() => navigate(...visit)),
    navigateBack: () => attempt(() => withRouter((loaded) => loaded.back())),
    showOverlay: (dialog) => withOverlays((all) => all.show(dialog)),
    hideOverlay: (dialog) => withOverlays((all) => all.hide(dialog)),
    // What is in a closed dialog, or behind an open one, cannot have the focus.
    focus: (wanted, options) => verifier.takeFocus(element, wanted, overlays, options),
  };
  if (element.hasAttribute(FRAME_ATTRIBUTE)) (await import("./take-over/index.ts")).takeOver(app);
  const stage = createStage(app, () => {
    // A modal of the page that goes would keep the next one inert.
    if (overlays) withOverlays((all) => all.closeAll());
  });
  const places: RouterPlaces = {
    base: options.base,
    open: ({ route, params }, visit) => stage.open(route, params, visit),
    openMessage: (content, visit) => stage.replace(() => element.replaceChildren(content), visit),
  };

  /** An app of one page that no address can change does without the router. */
  async function start(): Promise<void> {
    const [route] = manifest.routes;
    const isOnly = route && manifest.routes.length === 1 && !/[:*]/.test(route.pattern);
    const parts = isOnly ? await stage.find(route) : [];
    if (isOnly && !parts.some(({ hasLinks, isGuarded }) => hasLinks || isGuarded)) await stage.open(route, {});
    else await withRouter((loaded) => loaded.start());
  }

  function close(): void {
    if (isClosed) return;
    stage.close();
    isClosed = true;
    app.receivers.clear();
    router?.close();
    events.close();
    app.drawings?.end();
    element.replaceChildren();
    if (tabindex === null) element.removeAttribute("tabindex");
  }

  options.hot?.mounted({ app, stage });
  life.addEventListener("abort", close, { once: true });
  try {
    if (!life.aborted) await start();
  } catch (error) {
    close();
    throw error;
  }
  return {
    navigate,
    send(message) {
      for (const receive of app.receivers) receive(message);
      return app.receivers.size > 0;
    },
    loaded: stage.loaded,
  };
}
