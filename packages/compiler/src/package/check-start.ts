import { findNearest, parseRoutePattern, type Diagnostic } from "@rune/schema";
import { listStartParameters } from "./list-start-parameters.ts";
import { messages } from "./messages.ts";
import { diagnoseRange, type SourceText } from "./source-text.ts";

/**
 * Checks what the controller of a page takes of its route. What no parameter of the route is may still come from the query; so it is a mistake only
 * if it is nearly one, or has to be there.
 */
export function checkStart(
  controller: SourceText,
  pattern: string,
  readFile: (path: string) => string | undefined,
): Diagnostic[] {
  const names = (parseRoutePattern(pattern).segments ?? []).flatMap((each) =>
    each.type === "static" ? [] : each.name,
  );
  if (names.length === 0) return [];
  const taken = listStartParameters(controller, readFile);
  const left = names.filter((name) => !taken.some((each) => each.name === name));
  return taken.flatMap(({ name, isRequired, source, start, end }) => {
    const nearest = findNearest(name, left);
    if (name === "" || names.includes(name) || (!isRequired && nearest === undefined)) return [];
    return [diagnoseRange(messages.app_start_parameter(name, pattern, nearest), source, start, end)];
  });
}
