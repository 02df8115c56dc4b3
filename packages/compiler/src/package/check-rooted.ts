import {
  findNearest,
  matchRoute,
  parseRoutePattern,
  type Diagnostic,
  type RouteSegment,
  type RoutingMode,
} from "@rune/schema";
import type { RootedReference } from "../html/index.ts";
import type { AppSource } from "./app-source.ts";
import { fillRoute } from "./check-routes.ts";
import { messages } from "./messages.ts";
import { placeDiagnostic, type Message, type SourceText } from "./source-text.ts";

/** A page's route and the addresses in it that begin with `/`. */
export interface RootedPage {
  source: SourceText;
  /** Absent for a component. */
  pattern?: string;
  rooted: readonly RootedReference[];
}

/** Warns of addresses that lead out of the app where a file or a page of the app is probably meant. */
export function checkRooted(source: AppSource, pages: readonly RootedPage[], routing: RoutingMode): Diagnostic[] {
  const routes = pages.flatMap(({ pattern }) => {
    const { segments } = pattern === undefined ? {} : parseRoutePattern(pattern);
    return segments ? [segments] : [];
  });
  const distinct = routes.filter((route) => isDistinct(route, routing));
  const findLinkFault = (path: string): Message | undefined => {
    if (distinct.some((route) => matchRoute(route, path))) return messages.app_link_reload(path);
    // Files of the site have names like those of pages.
    if (routes.some((route) => matchRoute(route, path)) || /\.\w+$/.test(path)) return undefined;
    const nearest = findNearest(
      path,
      distinct.map((route) => fillRoute(route, path)),
    );
    return nearest === undefined ? undefined : messages.app_link_unknown_near(path, nearest);
  };
  const check = ({ type, path }: RootedReference): Message | undefined =>
    type === "resource" ? messages.app_asset_absolute(path, findAsset(source, path)) : findLinkFault(path);
  return pages.flatMap((page) =>
    page.rooted.flatMap((reference) => {
      const message = check(reference);
      return message ? [placeDiagnostic(message, page.source, reference.range)] : [];
    }),
  );
}

/**
 * Whether a path that the route matches means the page: a route of parameters alone, or with a rest, matches paths of the
 * site, too. Where routes are in the fragment, `/` is the site's own first page.
 */
function isDistinct(route: readonly RouteSegment[], routing: RoutingMode): boolean {
  if (route.length === 0) return routing === "path";
  return route.some(({ type }) => type === "static") && route.every(({ type }) => type !== "rest");
}

/** The file below `assets` that a path from the root probably means. */
function findAsset(source: AppSource, path: string): string | undefined {
  const relative = path.slice(1);
  return [relative, `assets/${relative}`].find((file) => file.startsWith("assets/") && source.files.has(file));
}
