import type { RouteSegment } from "./parse-route-pattern.ts";

/** Whether a path, without query and fragment, matches a route. A rest matches any number of parts, also none. */
export function matchesPattern(segments: readonly RouteSegment[], path: string): boolean {
  const parts = path.split("/").filter((part) => part !== "");
  return matchesFrom(segments, 0, parts, 0);
}

function matchesFrom(segments: readonly RouteSegment[], segmentAt: number, parts: string[], partAt: number): boolean {
  const segment = segments[segmentAt];
  const part = parts[partAt];
  if (!segment) return part === undefined;
  if (segment.type === "rest") return true;
  const isTaken = part !== undefined && (segment.type === "parameter" || segment.text === decodePart(part));
  if (isTaken && matchesFrom(segments, segmentAt + 1, parts, partAt + 1)) return true;
  const canSkip = segment.type === "parameter" && segment.isOptional;
  return canSkip && matchesFrom(segments, segmentAt + 1, parts, partAt);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
