import type { RouteSegment } from "./parse-route-pattern.ts";

/** Parameters of a route by name; an optional one that is absent is not there. */
export type RouteParams = Readonly<Record<string, string>>;

/**
 * Matches the path part of an address, without query and fragment, against a route. A slash at the end does not count;
 * `*rest` takes what is left, also nothing. Returns the parameters, decoded, or `undefined` for a path of another route.
 */
export function matchRoute(route: readonly RouteSegment[], path: string): RouteParams | undefined {
  const parts = splitPath(path).map(decodePart);
  const dead = new Set<number>();
  const params = matchFrom(0, 0);
  return params && Object.fromEntries(params);

  /** Remembers where it failed, so that many optional parameters do not make it slow. */
  function matchFrom(segmentAt: number, partAt: number): [string, string][] | undefined {
    const state = segmentAt * (parts.length + 1) + partAt;
    if (dead.has(state)) return undefined;
    const found = tryFrom(segmentAt, partAt);
    if (!found) dead.add(state);
    return found;
  }

  function tryFrom(segmentAt: number, partAt: number): [string, string][] | undefined {
    const segment = route[segmentAt];
    const part = parts[partAt];
    if (!segment) return part === undefined ? [] : undefined;
    if (segment.type === "rest") return [[segment.name, parts.slice(partAt).join("/")]];
    if (part !== undefined && (segment.type !== "static" || segment.text === part)) {
      const others = matchFrom(segmentAt + 1, partAt + 1);
      if (others) return segment.type === "static" ? others : [[segment.name, part], ...others];
    }
    return segment.type === "parameter" && segment.isOptional ? matchFrom(segmentAt + 1, partAt) : undefined;
  }
}

/** Orders routes so that the most specific comes first: fixed text, parameter, end, optional parameter, rest. */
export function compareRoutes(a: readonly RouteSegment[], b: readonly RouteSegment[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = rank(a[i]) - rank(b[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function rank(segment: RouteSegment | undefined): number {
  // A pattern that ends here is better than one that only may match.
  if (segment === undefined) return 2;
  if (segment.type === "static") return 0;
  if (segment.type === "rest") return 4;
  return segment.isOptional ? 3 : 1;
}

function splitPath(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

/** What is no valid encoding stands for itself. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
