import type { Json, JsonObject, RouteSegment } from "@rune/schema";
import { routeParameterMissing } from "./messages.ts";

/**
 * Fills a pattern with parameters. Those that the pattern does not name go into the query, so that they survive a reload
 * and the way back.
 *
 * @throws RuneError `route_parameter_missing`
 */
export function buildPath(pattern: string, segments: readonly RouteSegment[], params: JsonObject): string {
  const rest = new Map(Object.entries(params));
  const path = segments.flatMap((segment) => {
    if (segment.type === "static") return [encodeURIComponent(segment.text)];
    const text = paramText(rest.get(segment.name));
    rest.delete(segment.name);
    if (segment.type === "rest") return text.split("/").filter(Boolean).map(encodeURIComponent);
    if (text !== "") return [encodeURIComponent(text)];
    if (segment.isOptional) return [];
    throw routeParameterMissing(pattern, segment.name);
  });
  const query = new URLSearchParams();
  for (const [name, value] of rest) if (value !== null) query.append(name, paramText(value));
  return `/${path.join("/")}${query.size > 0 ? `?${query}` : ""}`;
}

/** The text that a parameter has in an address. */
export function paramText(value: Json | undefined): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  // Half a character has no encoding.
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
