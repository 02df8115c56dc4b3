import { isSafePropertyName } from "../property-names.ts";

/** One part of a route pattern, between slashes. */
export type RouteSegment =
  | { type: "static"; text: string }
  | { type: "parameter"; name: string; isOptional: boolean }
  | { type: "rest"; name: string };

/** Why a pattern is none, and where in it. */
export interface RouteProblem {
  problem: string;
  start: number;
  end: number;
}

/** Longer than this is no address that anybody shares. */
const MAX_LENGTH = 1024;
/** More optional parts than this would make patterns that nobody can read. */
const MAX_OPTIONAL = 4;

/** What a pattern means, or why it means nothing. */
export type ParsedRoutePattern = { segments: RouteSegment[]; problem?: never } | (RouteProblem & { segments?: never });

/** Reads a route pattern: `/users/:id`, with `:name`, `:name?` and a final `*rest`. */
export function parseRoutePattern(pattern: string): ParsedRoutePattern {
  if (!pattern.startsWith("/")) {
    return { problem: pattern === "" ? "a route is missing" : "a route begins with `/`", start: 0, end: 1 };
  }
  if (pattern.length > MAX_LENGTH) {
    return { problem: `a route has at most ${MAX_LENGTH} characters`, start: MAX_LENGTH, end: pattern.length };
  }
  if (pattern === "/") return { segments: [] };
  const segments: RouteSegment[] = [];
  const names = new Set<string>();
  let start = 1;
  for (const text of pattern.slice(1).split("/")) {
    const end = start + text.length;
    const segment = parseSegment(text);
    if (typeof segment === "string") return { problem: segment, start, end: Math.max(end, start + 1) };
    if (segments.at(-1)?.type === "rest") return { problem: "nothing can follow `*rest`", start, end };
    if (segment.type !== "static") {
      if (names.has(segment.name)) return { problem: `the route has \`${segment.name}\` twice`, start, end };
      names.add(segment.name);
    }
    segments.push(segment);
    if (segments.filter((each) => isOptional(each)).length > MAX_OPTIONAL) {
      return { problem: `a route has at most ${MAX_OPTIONAL} optional parts`, start, end };
    }
    start = end + 1;
  }
  return { segments };
}

function isOptional(segment: RouteSegment): boolean {
  return segment.type === "parameter" && segment.isOptional;
}

function parseSegment(text: string): RouteSegment | string {
  if (text === "") return "a route has no empty parts and no `/` at its end";
  if (text.startsWith(":") || text.startsWith("*")) {
    const isParameter = text.startsWith(":");
    const name = isParameter ? text.slice(1).replace(/\?$/, "") : text.slice(1);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `\`${text}\` has no valid name`;
    if (!isSafePropertyName(name)) return `\`${name}\` cannot be the name of a parameter`;
    return isParameter ? { type: "parameter", name, isOptional: text.endsWith("?") } : { type: "rest", name };
  }
  if (text === "." || text === "..") return `\`${text}\` cannot be a part of a route`;
  if (/[\s?#:*\\\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) return `\`${text}\` has a character that cannot be in a route`;
  return { type: "static", text };
}
