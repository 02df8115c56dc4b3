import type { EventRecord } from "../../renderer/handlers/event-record.ts";
import type { Home } from "../../renderer/block.ts";
import type { ComponentUse } from "../../renderer/components/controller.ts";
import type { Occurrence } from "../../renderer/components/occurrence.ts";
import type { Evaluate } from "../../renderer/expression.ts";
import { compileValue } from "../../renderer/expression.ts";
import { createReads } from "../../renderer/reads.ts";

interface EventHandler {
  readonly event: string;
  readonly handler: string;
  readonly values: readonly Evaluate[];
}

const compiled = new WeakMap<ComponentUse, EventHandler[]>();

/**
 * `data-on-<event>` of a component: calls the controller of the view that uses it. An event that nobody asked for is no mistake. What is known of types may
 * have become more since the component came, so it is asked what the use has been compiled to now.
 */
export function emitTo({ block, binding }: Home, { parent: row }: Occurrence, name: string, detail: unknown): void {
  const use = block.isGone ? undefined : block.template.bindings[binding]?.use;
  if (!use) return;
  const { context, component, rows } = use.scope;
  const record: EventRecord = Object.freeze({ type: name, target: Object.freeze({}), detail });
  for (const { event, handler, values } of handlersOf(use)) {
    if (event !== name) continue;
    const given = context.inspect(() => values.map((value) => value(row, record)));
    if (!given) continue;
    if (component) component.handle(handler, given, row, rows.length);
    else context.handle(handler, given);
  }
}

function handlersOf(use: ComponentUse): EventHandler[] {
  const known = compiled.get(use);
  if (known) return known;
  const handlers = use.events.map(({ event, handler, arguments: given }) => ({
    event,
    handler,
    // What they depend on is nothing that shows.
    values: given.map((argument) => compileValue(argument, { ...use.scope, reads: createReads() })),
  }));
  compiled.set(use, handlers);
  return handlers;
}
