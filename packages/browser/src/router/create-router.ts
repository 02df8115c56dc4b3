import type { JsonObject, Manifest, RuneError } from "@rune/schema";
import type { EventHub, FollowLink } from "../events/event-hub.ts";
import { focusPage } from "./focus-page.ts";
import { isPlainClick } from "./is-plain-click.ts";
import { pageFailed, routeInvalid } from "./messages.ts";
import type { Visit } from "../page/create-stage.ts";
import type { LinkContext } from "../renderer/render-context.ts";
import { createAddress } from "./address.ts";
import { scrollToFragment } from "./scroll-to-fragment.ts";
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

/** Why a page is opened. */
type Cause = "start" | "link" | "history";

/** Makes the router of a mounted app. */
export function createRouter(host: RouterHost): Router {
  const { window, manifest } = host;
  const { history, location } = window;
  const address = createAddress(manifest.routing, host.base);
  /** Where routes are in the hash, it has no room for fragments. */
  const hasFragments = manifest.routing === "path";
  const table = createRouteTable(manifest.routes);
  let current = readPath();
  let currentPathname = pathnameOf(current);
  /** The path that is on its way. */
  let pending: string | undefined;
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

  async function open(path: string, cause: Cause, write?: () => void): Promise<void> {
    const mine = ++openings;
    pending = path;
    const visit: Visit = {
      commit() {
        if (mine !== openings) return false;
        pending = undefined;
        current = path;
        currentPathname = pathnameOf(path);
        write?.();
        return true;
      },
      arrive: () => arrive(cause),
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

  function arrive(cause: Cause): void {
    const { element } = host;
    if (!hasFragments) {
      if (cause !== "start") focusPage(element, cause === "history");
      return;
    }
    const isMoved = cause !== "start" && focusPage(element, true);
    // The browser knows where it was in its history.
    if (cause === "history" || scrollToFragment(element, location.hash)) return;
    if (isMoved) window.scrollTo(0, 0);
  }

  function abandon(): void {
    openings++;
    pending = undefined;
  }

  async function go(target: string, isReplaced: boolean): Promise<void> {
    const href = address.href(target);
    if (href === undefined) throw routeInvalid(target);
    const [path = target, fragment] = target.split("#", 2);
    const write = (): void => {
      if (isReplaced) history.replaceState(history.state, "", href);
      else history.pushState({ [POSITION]: position() + 1 }, "", href);
    };
    if (path === pending) return;
    if (path !== current) return open(path, "link", write);
    // The page that shows is wanted, not the one on its way, whose address the browser may have already.
    abandon();
    const isElsewhere = readPath() !== current;
    const hasFragment = hasFragments && fragment !== undefined;
    if (isElsewhere || (hasFragment && location.hash !== `#${fragment}`)) write();
    if (hasFragment) scrollToFragment(host.element, location.hash);
  }

  function followHistory(): void {
    const path = address.read(location) === undefined ? current : readPath();
    // A fragment of the same page is the browser's business.
    if (path === current) abandon();
    else void open(path, "history");
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
    close() {
      // What is on its way is not to fail any more, either.
      abandon();
      window.removeEventListener("popstate", followHistory);
    },
  };
}

/** The part of a path that tells pages apart; a slash at the end does not count. */
function pathnameOf(path: string): string | undefined {
  return parsePath(path)?.pathname.replace(/(.)\/$/, "$1");
}
