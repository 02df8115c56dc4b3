import { duplicateRoute, invalidRoute, routeOfPart } from "../messages.ts";
import type { ElementBinding } from "../page-tree.ts";
import { parseRoutePattern } from "@rune/schema";
import type { DirectiveContext } from "./directive.ts";

/** `data-route="/users/:id"`: the route of the page, wherever in the page it stands. */
export function compileRoute({ page, attribute }: Pick<DirectiveContext, "page" | "attribute">): ElementBinding[] {
  const { valueSpan, value } = attribute;
  if (page.kind !== "page") {
    page.reporter.report(routeOfPart(page.kind), attribute.nameSpan);
    return [];
  }
  const parsed = parseRoutePattern(value);
  const range = page.source.createRange(valueSpan.start, valueSpan.end);
  if (!parsed.segments) {
    page.reporter.report(invalidRoute(parsed.problem), attribute.locate(parsed.start, parsed.end));
    page.route ??= { range };
  } else if (page.route) page.reporter.report(duplicateRoute(), attribute.nameSpan);
  else page.route = { pattern: value, range };
  return [];
}
