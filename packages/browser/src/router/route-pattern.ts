/** One segment of a route pattern. */
export type PatternSegment =
  | { type: "static"; text: string }
  | { type: "parameter"; name: string; isOptional: boolean }
  | { type: "rest"; name: string };

/** Reads `/users/:id`, with `:name`, `:name?` and a final `*rest`. The manifest's reader has checked it. */
export function parseRoutePattern(pattern: string): PatternSegment[] {
  return splitPath(pattern).map((text) => {
    if (text.startsWith("*")) return { type: "rest", name: text.slice(1) };
    if (!text.startsWith(":")) return { type: "static", text };
    const isOptional = text.endsWith("?");
    return { type: "parameter", name: text.slice(1, isOptional ? -1 : undefined), isOptional };
  });
}

/** Orders patterns so that the most specific one comes first: static before parameter before optional before rest. */
export function comparePatterns(a: readonly PatternSegment[], b: readonly PatternSegment[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = rank(a[i]) - rank(b[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The segments of a path, still encoded; a slash at the end does not count. */
export function splitPath(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function rank(segment: PatternSegment | undefined): number {
  switch (segment?.type) {
    case "static":
      return 0;
    case "parameter":
      return segment.isOptional ? 3 : 1;
    case "rest":
      return 4;
    default:
      // The pattern ends here: better than what only may match.
      return 2;
  }
}
