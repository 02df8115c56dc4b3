import type { PatternSegment } from "./route-pattern.ts";
import { splitPath } from "./route-pattern.ts";

/** Parameters of a route by name; an optional one that is absent is not there. */
export type RouteParams = Readonly<Record<string, string>>;

/** Matches the path part of an address against a pattern. `*rest` takes what is left, also nothing. */
export function matchPath(pattern: readonly PatternSegment[], path: string): RouteParams | undefined {
  const segments = splitPath(path).map(decodeSegment);
  const dead = new Set<number>();
  const params = matchFrom(0, 0);
  return params && Object.fromEntries(params);

  /** Remembers where it failed, so that many optional parameters do not make it slow. */
  function matchFrom(part: number, segment: number): [string, string][] | undefined {
    const state = part * (segments.length + 1) + segment;
    if (dead.has(state)) return undefined;
    const found = tryFrom(part, segment);
    if (!found) dead.add(state);
    return found;
  }

  function tryFrom(part: number, segment: number): [string, string][] | undefined {
    const expected = pattern[part];
    const text = segments[segment];
    if (!expected) return text === undefined ? [] : undefined;
    if (expected.type === "rest") return [[expected.name, segments.slice(segment).join("/")]];
    if (text !== undefined && (expected.type !== "static" || expected.text === text)) {
      const rest = matchFrom(part + 1, segment + 1);
      if (rest) return expected.type === "static" ? rest : [[expected.name, text], ...rest];
    }
    return expected.type === "parameter" && expected.isOptional ? matchFrom(part + 1, segment) : undefined;
  }
}

/** What is no valid encoding stands for itself. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
