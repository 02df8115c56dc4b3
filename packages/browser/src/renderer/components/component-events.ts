import type { ComponentEvent } from "@rune/schema";
import type { EventRecord } from "../handlers/event-record.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";
import { compileValue } from "../expression.ts";
import { createReads } from "../reads.ts";
import type { Row } from "../row.ts";

/** `data-on-<event>` of a component: calls the controller of the view that uses it. An event that nobody asked for is no mistake. */
export function compileEvents(
  events: readonly ComponentEvent[],
  scope: BindingScope,
): (row: Row | undefined, name: string, detail: unknown) => void {
  const { context, component, rows } = scope;
  const listeners = events.map(({ event, handler, arguments: given }) => ({
    event,
    handler,
    // What they depend on is nothing that shows.
    values: given.map((argument) => compileValue(argument, { ...scope, reads: createReads() })),
  }));
  return (row, name, detail) => {
    const record: EventRecord = Object.freeze({ type: name, target: Object.freeze({}), detail });
    for (const { event, handler, values } of listeners) {
      if (event !== name) continue;
      const given = context.inspect(() => values.map((value) => value(row, record)));
      if (!given) continue;
      if (component) component.handle(handler, given, row, rows.length);
      else context.handle(handler, given);
    }
  };
}
