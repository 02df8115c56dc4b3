import { parseRoutePattern } from "./parse-route-pattern.ts";
import type { RouteSegment } from "./parse-route-pattern.ts";

/**
 * Finds a form of path that matches both patterns with the same precedence, such as `/users/:`. Precedence goes part by
 * part: fixed text before parameters before the rest. So two patterns are ambiguous when, with some of their optional
 * parts left out, they have the same kinds of parts in the same order and the same fixed texts. An invalid pattern is
 * ambiguous with none.
 */
export function findAmbiguity(a: string, b: string): string | undefined {
  const forms = new Set(listRouteForms(a));
  return listRouteForms(b).find((form) => forms.has(form));
}

/**
 * The pattern's shapes with every choice of optional parts; names of parameters do not matter. Two patterns that share one
 * are ambiguous. An invalid pattern has none.
 */
export function listRouteForms(pattern: string): string[] {
  const { segments } = parseRoutePattern(pattern);
  if (!segments) return [];
  let forms = [""];
  for (const segment of segments) {
    const longer = forms.map((form) => `${form}/${describeSegment(segment)}`);
    forms = segment.type === "parameter" && segment.isOptional ? [...forms, ...longer] : longer;
  }
  return forms.map((form) => form || "/");
}

function describeSegment(segment: RouteSegment): string {
  if (segment.type === "static") return segment.text;
  return segment.type === "parameter" ? ":" : "*";
}
