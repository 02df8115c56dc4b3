import { compareRoutes, matchRoute, parseRoutePattern } from "@rune/schema";
import type { JsonObject, Route, RouteParams, RouteSegment } from "@rune/schema";
import { routeInvalid } from "./messages.ts";
import { buildPath, paramText } from "./build-path.ts";

/** Stands for the app's own origin, whatever that is. */
const ORIGIN = "http://app";

/** One slash, and no part that is `.` or `..`, in any form that browsers read. */
const PATH = /^\/(?![\\/]|([^?#]*[\\/])?(\.|%2e){1,2}([\\/?#]|[\0- ]*$))/i;

/** A route and the parameters that a path gives it. */
export interface RouteMatch {
  readonly route: Route;
  readonly params: RouteParams;
}

/** The routes of an app. */
export interface RouteTable {
  /** The route of a path (with its query); the most specific one wins. */
  match(path: string): RouteMatch | undefined;
  /**
   * The path of what a mutation or caller names: a path, or a view and its parameters, which can make it none that `parsePath` takes.
   *
   * @throws RuneError `route_invalid` or `route_parameter_missing`
   */
  resolve(target: string, params: JsonObject): string;
}

/** Prepares an app's routes. */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const entries = routes
    .map((route) => ({ route, segments: parseRoutePattern(route.pattern).segments ?? [] }))
    .sort((a, b) => compareRoutes(a.segments, b.segments));

  return {
    match(path) {
      const url = parsePath(path);
      if (!url) return undefined;
      for (const { route, segments } of entries) {
        const params = matchRoute(segments, url.pathname);
        if (params) return { route, params: Object.fromEntries([...url.searchParams, ...Object.entries(params)]) };
      }
      return undefined;
    },
    resolve(target, params) {
      if (target.startsWith("/")) {
        const url = parsePath(target);
        if (!url) throw routeInvalid(target);
        for (const [name, value] of Object.entries(params)) url.searchParams.set(name, paramText(value));
        return url.pathname + url.search + url.hash;
      }
      const candidates = entries.filter(({ route }) => route.view === target);
      const best = candidates.find(({ segments }) => takes(segments, params)) ?? candidates[0];
      if (!best) throw routeInvalid(target);
      return buildPath(best.route.pattern, best.segments, params);
    },
  };
}

/** Reads a path of the app; nothing that would lead to another origin is one, nor what browsers take for another level. */
export function parsePath(path: string): URL | undefined {
  // Browsers skip tabs and line breaks.
  return PATH.test(path.replace(/[\t\n\r]/g, "")) ? new URL(path, ORIGIN) : undefined;
}

function takes(segments: readonly RouteSegment[], params: JsonObject): boolean {
  return segments.every(
    (segment) =>
      segment.type === "static" ||
      segment.type === "rest" ||
      segment.isOptional ||
      (Object.hasOwn(params, segment.name) && params[segment.name] !== null),
  );
}
