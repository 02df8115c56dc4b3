import type { JsonObject } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { FollowLink } from "../events/event-hub.ts";
import { createFailure } from "../create-failure.ts";
import { findPageFocus } from "./find-page-focus.ts";
import { isPlainClick } from "./is-plain-click.ts";
import { pageFailed, routeInvalid } from "./messages.ts";
import type { Visit } from "../page/create-stage.ts";
import type { LinkContext } from "../renderer/render-context.ts";
import { createAddress } from "./address.ts";
import { createAnnouncer } from "./announcer.ts";
import { createHistoryEntries } from "./history-entries.ts";
import type { Redirects } from "./guards/redirects.ts";
import { createScrollPositions } from "./scroll-positions.ts";
import { watchHistory } from "./watch-history.ts";
import { scrollToFragment } from "./scroll-to-fragment.ts";
import type { RouteMatch } from "./route-table.ts";
import { createRouteTable, parsePath } from "./route-table.ts";

/** Follows and changes the browser's address. */
export interface Router extends LinkContext {
  /** Opens the route of the address, or the app's entry where the address has none. */
  start(): Promise<void>;
  /**
   * Opens a path, or a view by its name. The page around the app gives no parameters, and where it goes nobody is asked.
   *
   * @throws RuneError (as a rejection) `route_invalid` or `route_parameter_missing`
   */
  navigate(target: string, params?: JsonObject, replaces?: boolean): Promise<void>;
  /** Opens the route before, or the app's entry where there is none in this app. As many steps as are wanted at once are one visit. */
  back(): Promise<void>;
  /** Opens the path of a clicked link, unless the browser is to open it elsewhere. */
  follow: FollowLink;
  close(): void;
}

/** What the router drives. */
export interface RouterPlaces {
  /** Path prefix of the routes, with a final slash. */
  readonly base: string;
  open(match: RouteMatch, visit: Visit): Promise<void>;
  /** Shows content of the router's own instead of a page. */
  openMessage(content: Node, visit: Visit): void;
}

/** Why a page is opened. */
type Cause = "start" | "link" | "history";

/** What a visit does to the history once its page shows. */
type Entry = "push" | "replace" | "keep";

/** Makes the router of a mounted app. */
export function createRouter(app: AppContext, places: RouterPlaces): Router {
  const { window, manifest, element } = app;
  const { history, location, document } = window;
  const address = createAddress(manifest.routing, places.base);
  /** Where routes are in the hash, it has no room for fragments, and the page around the app scrolls as it likes. */
  const hasFragments = manifest.routing === "path";
  const table = createRouteTable(manifest.routes);
  const entries = createHistoryEntries(window);
  const positions = createScrollPositions(window, element);
  const announcer = createAnnouncer(document);
  const { scrollRestoration } = history;
  /** With the Navigation API the browser is told of each case that the place is the router's business. */
  const restoresAll = hasFragments && !("navigation" in window);
  let current = readPath(location);
  let currentUrl = parsePath(current);
  /** Where in the history the page is that shows. */
  let position = 0;
  /** The path that is on its way. */
  let pending: string | undefined;
  let openings = 0;
  /** The entry that the history is about to leave backwards: more steps would count from it, too, and leave the app. */
  let leaving: string | undefined;
  /** Whether it was the app that has the history go somewhere. */
  let isOwn = false;
  /** Steps back that the history is to be told of when all who want some at once have said so. */
  let steps = 0;

  function readPath(place: URL | Location): string {
    const path = address.read(place);
    // An app without a page at `/` opens its entry there.
    return !path || (parsePath(path)?.pathname === "/" && !table.match(path)) ? manifest.entry : path;
  }

  /** The path of an entry of the history; what the page around the app has in the hash is not the app's. */
  function readEntry(place: URL | Location): string {
    return address.read(place) === undefined ? current : readPath(place);
  }

  async function open(target: string, cause: Cause, entry: Entry): Promise<void> {
    const mine = ++openings;
    let redirects: Redirects | undefined;
    let wanted = target;
    let elsewhere: string | undefined;
    let focused: Element | null = null;
    pending = withoutFragment(target);
    if (cause !== "start") announcer.prepare();
    const visit: Visit = {
      get path() {
        return withoutFragment(wanted);
      },
      async admits(answer) {
        if (answer === undefined || answer === null) return true;
        const { createRedirects } = await import("./guards/redirects.ts");
        redirects ??= createRedirects(withoutFragment(target));
        elsewhere = redirects.take(answer);
        return elsewhere === undefined;
      },
      commit() {
        if (mine !== openings) return false;
        pending = undefined;
        positions.leave();
        show(wanted, wanted === target ? entry : entry === "push" ? "push" : "replace");
        focused = (element.getRootNode() as Document | ShadowRoot).activeElement;
        return true;
      },
      arrive: () => arrive(cause, focused),
    };
    try {
      for (;;) {
        const match = table.match(wanted);
        if (!match) {
          const { createNotFound } = await import("./not-found.ts");
          const content = createNotFound(document, visit.path, manifest.entry, address, app.events);
          return places.openMessage(content, visit);
        }
        await places.open(match, visit);
        if (elsewhere === undefined || mine !== openings) return;
        wanted = elsewhere;
        elsewhere = undefined;
        if (cause !== "start" && visit.path === current) return stayAt(wanted, entry);
      }
    } catch (error) {
      if (cause === "start") throw error;
      if (mine !== openings) return;
      const failure = pageFailed(visit.path, error);
      places.openMessage(createFailure(document, failure), visit);
      app.report(failure);
    }
  }

  /** Notes that a path shows from now on. */
  function show(path: string, entry: Entry): void {
    current = withoutFragment(path);
    currentUrl = parsePath(path);
    const href = address.href(path) ?? "";
    if (entry === "push") entries.push(href);
    else if (entry === "replace") entries.replace(href);
    adopt();
  }

  /** A guard has sent the visit to the page that shows. */
  function stayAt(path: string, entry: Entry): void {
    abandon();
    if (entry === "keep") entries.replace(address.href(path) ?? "");
    adopt();
  }

  /** What the page around the app has in the hash stays its own. */
  function adopt(): void {
    if (address.read(location) !== undefined) entries.adopt();
    positions.enter(entries.key());
    position = entries.position();
  }

  function arrive(cause: Cause, focused: Element | null): void {
    const target = cause === "start" ? undefined : findPageFocus(element, focused);
    if (target) void app.focus(target, { preventScroll: hasFragments || cause === "history" });
    if (cause !== "start") announcer.announce(nameOf(element) || current);
    if (cause !== "link" && positions.restore()) return;
    if (!hasFragments) return;
    if (location.hash !== "") positions.settle(() => scrollToFragment(element, location.hash));
    else if (target || cause === "link") window.scrollTo({ left: 0, top: 0, behavior: "instant" });
  }

  function abandon(): void {
    openings++;
    pending = undefined;
  }

  /** Whether the page that shows may be left. It stays where only the query or the fragment is another. */
  function admits(target: string, isBrowsers: boolean): boolean {
    const { leaving } = app;
    if (!leaving || parsePath(target)?.pathname === currentUrl?.pathname) return true;
    const match = table.match(target);
    return leaving.admits({ path: withoutFragment(target), params: match?.params ?? {} }, match?.route, isBrowsers);
  }

  async function go(target: string, entry: Entry, isFree = false): Promise<void> {
    if (address.href(target) === undefined) throw routeInvalid(target);
    const path = withoutFragment(target);
    if (path === pending) return;
    if (path !== current) return isFree || admits(target, false) ? open(target, "link", entry) : undefined;
    // The page that shows is wanted, not the one on its way, whose address the browser may have already.
    abandon();
    const isElsewhere = readPath(location) !== current;
    if (isElsewhere || (hasFragments && target.slice(path.length) !== location.hash)) show(target, entry);
    if (!hasFragments) return;
    if (target === path) window.scrollTo({ left: 0, top: 0, behavior: "instant" });
    else scrollToFragment(element, location.hash);
  }

  if (restoresAll) history.scrollRestoration = "manual";
  const endWatch = watchHistory(window, {
    follow(place) {
      isOwn = leaving !== undefined;
      leaving = undefined;
      const path = readEntry(place);
      return path === current ? undefined : () => open(path, "history", "keep");
    },
    admits: (place) => admits(readEntry(place), !isOwn),
    undo: () => history.go(position - entries.position()),
    stay() {
      leaving = undefined;
      // A fragment of the same page is the browser's business, but for the way back where it was told to leave that.
      abandon();
      adopt();
      if (restoresAll) positions.restore();
    },
  });
  return {
    href: address.href,
    isCurrent: (path) => isPartOf(parsePath(path), currentUrl),
    start: () => open(current, "start", "keep"),
    // An `async` function, so that what `resolve` throws is a rejection too.
    navigate: async (target, params, replaces) =>
      go(table.resolve(target, params ?? {}), replaces ? "replace" : "push", params === undefined),
    follow(link, path, event) {
      if (!isPlainClick(link, event)) return;
      event.preventDefault();
      go(path, "push").catch(app.report);
    },
    async back() {
      const position = entries.position();
      if (position === 0) return go(manifest.entry, "replace");
      if (leaving === entries.key()) {
        if (steps > 0) steps++;
        return;
      }
      leaving = entries.key();
      steps = 1;
      await undefined;
      history.go(-Math.min(steps, position));
      steps = 0;
    },
    close() {
      // What is on its way is not to fail any more, either.
      abandon();
      endWatch();
      positions.close();
      announcer.close();
      if (restoresAll) history.scrollRestoration = scrollRestoration;
    },
  };
}

function withoutFragment(path: string): string {
  return path.replace(/#.*$/s, "");
}

/** What a page is called: by its title, else by its heading. */
function nameOf(element: Element): string {
  return element.ownerDocument.title || (element.querySelector("h1")?.textContent ?? "").trim();
}

/** Whether a page is the same as another, and what its query says is said there, too; a slash at the end of the path does not count. */
function isPartOf(part: URL | undefined, whole: URL | undefined): boolean {
  const [one, other] = [part, whole].map((url) => url?.pathname.replace(/(.)\/$/, "$1"));
  return one === other && Array.from(part?.searchParams ?? []).every((pair) => whole?.searchParams.has(...pair));
}
