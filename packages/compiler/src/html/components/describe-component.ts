import type { PageContext } from "../page-context.ts";
import type { Span } from "../reporter.ts";
import type { ComponentFacts, NamedPlace } from "./component-use.ts";

/** What the rest of the app needs to know of a component. */
export function describeComponent({ source, reads, slots, options }: PageContext): ComponentFacts {
  const list = (places: ReadonlyMap<string, Span>): NamedPlace[] =>
    Array.from(places, ([name, { start, end }]) => ({ name, range: source.createRange(start, end) }));
  const variables = options.controller?.variables ?? [];
  return {
    reads: list(reads),
    variables: variables.flatMap(({ name, writable }) => (writable ? [name] : [])),
    constants: variables.flatMap(({ name, writable }) => (writable ? [] : [name])),
    slots: list(slots),
    isOpen: options.names === "open",
  };
}
