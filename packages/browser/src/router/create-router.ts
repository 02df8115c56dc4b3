import type { JsonObject, Manifest, RuneError } from "@rune/schema";
import type { EventHub, FollowLink } from "../events/event-hub.ts";
import { focusPage } from "./focus-page.ts";
import { isPlainClick } from "./is-plain-click.ts";
import { pageFailed, routeInvalid } from "./messages.ts";
import type { Visit } from "../page/create-stage.ts";
import type { LinkContext } from "../renderer/render-context.ts";
import { createAddress } from "./address.ts";
import { createNotFound } from "./not-found.ts";
import type { RouteMatch } from "./route-table.ts";
import { createRouteTable, parsePath } from "./route-table.ts";

/** Follows and changes the browser's address. */
export interface Router extends LinkContext {
  /** Opens the route of the address, or the app's entry where the address has none. */
  start(): Promise<void>;
  /**
   * Opens a path, or a view by its name.
   *
   * @throws RuneError (as a rejection) `route_invalid` or `route_parameter_missing`
   */
  navigate(target: string, params?: JsonObject): Promise<void>;
  /** Opens the route before, or the app's entry where there is none in this app. */
  back(): Promise<void>;
  /** Opens the path of a clicked link, unless the browser is to open it elsewhere. */
  follow: FollowLink;
  close(): void;
}

/** What the router drives. */
export interface RouterHost {
  readonly window: Window;
  readonly manifest: Manifest;
  /** Path prefix of the routes, with a final slash. */
  readonly base: string;
  readonly element: HTMLElement;
  readonly events: EventHub;
  open(match: RouteMatch, visit: Visit): Promise<void>;
  /** Shows content of the router's own instead of a page. */
  openMessage(content: Node, visit: Visit): void;
  /** Shows an error instead of a page, and reports it. */
  openFailure(error: RuneError, visit: Visit): void;
  report(error: unknown): void;
}

/** Position in the app's own history, kept in `history.state`. */
const POSITION = "rune";

/** Makes the router of a mounted app. */
export function createRouter(host: RouterHost): Router {
  const { window, manifest } = host;
  const { history, location } = window;
  const address = createAddress(manifest.routing, host.base);
  const table = createRouteTable(manifest.routes);
  let current = readPath();
  let currentPathname = pathnameOf(current);
  let openings = 0;

  function readPath(): string {
    const path = address.read(location);
    // An app without a page at `/` opens its entry there.
    return !path || (parsePath(path)?.pathname === "/" && !table.match(path)) ? manifest.entry : path;
  }

  function position(): number {
    const state = history.state as Readonly<Record<string, unknown>> | null;
    const value = state?.[POSITION];
    return typeof value === "number" ? value : 0;
  }

  async function open(path: string, cause: "start" | "link" | "history", write?: () => void): Promise<void> {
    const mine = ++openings;
    const visit: Visit = {
      commit() {
        current = path;
        currentPathname = pathnameOf(path);
        write?.();
      },
      arrive() {
        if (cause !== "start") focusPage(host.element, cause === "history");
      },
    };
    const match = table.match(path);
    if (!match) {
      return host.openMessage(createNotFound(window.document, path, manifest.entry, address, host.events), visit);
    }
    try {
      await host.open(match, visit);
    } catch (error) {
      if (cause === "start") throw error;
      if (mine === openings) host.openFailure(pageFailed(path, error), visit);
    }
  }

  async function go(path: string, isReplaced: boolean): Promise<void> {
    const href = address.href(path);
    if (href === undefined) throw routeInvalid(path);
    if (path === current) return;
    await open(path, "link", () => {
      if (isReplaced) history.replaceState(history.state, "", href);
      else history.pushState({ [POSITION]: position() + 1 }, "", href);
    });
  }

  function followHistory(): void {
    const path = address.read(location) === undefined ? current : readPath();
    // A fragment of the same page is the browser's business.
    if (path !== current) void open(path, "history");
  }

  window.addEventListener("popstate", followHistory);
  return {
    href: address.href,
    isCurrent: (path) => pathnameOf(path) === currentPathname,
    start: () => open(current, "start"),
    // An `async` function, so that what `resolve` throws is a rejection too.
    navigate: async (target, params = {}) => go(table.resolve(target, params), false),
    follow(link, path, event) {
      if (!isPlainClick(link, event)) return;
      event.preventDefault();
      go(path, false).catch(host.report);
    },
    async back() {
      if (position() > 0) history.back();
      else await go(manifest.entry, true);
    },
    close: () => window.removeEventListener("popstate", followHistory),
  };
}

/** The part of a path that tells pages apart; a slash at the end does not count. */
function pathnameOf(path: string): string | undefined {
  return parsePath(path)?.pathname.replace(/(.)\/$/, "$1");
}
