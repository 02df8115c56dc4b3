import type { EventBinding } from "@rune/schema";
import { createEventRecord } from "../../events/event-record.ts";
import type { Listener } from "../../events/listener.ts";
import { deliver } from "../../events/listener.ts";
import type { CompiledBinding } from "../block.ts";
import { compileValue } from "../expression.ts";
import { createReads } from "../reads.ts";
import type { Row } from "../row.ts";
import type { BindingScope } from "./binding-scope.ts";

/** `data-on<event>`: calls an export of the controller; the arguments are evaluated when the event arrives. */
export function compileEvent(binding: EventBinding, scope: BindingScope): CompiledBinding {
  const { context } = scope;
  const { event: type, handler, keys, modifiers = [] } = binding;
  // What they depend on is nothing that shows.
  const values = binding.arguments.map((argument) => compileValue(argument, { ...scope, reads: createReads() }));
  const readsEvent = JSON.stringify(binding.arguments).includes('["event"');
  const spent = context.spent.get(binding) ?? new WeakSet();
  context.spent.set(binding, spent);
  const listener: Listener = {
    type,
    keys,
    isOnce: modifiers.includes("once"),
    isSelf: modifiers.includes("self"),
    prevents: modifiers.includes("prevent"),
    stops: modifiers.includes("stop"),
    spent,
    run(event, row) {
      const record = readsEvent ? createEventRecord(event) : undefined;
      const given = context.inspect(() => values.map((value) => value(row as Row | undefined, record)));
      if (!given) return;
      if (scope.component) scope.component.handle(handler, given, row as Row | undefined);
      else context.handle(handler, given);
    },
  };
  if (context.events.delegates(type)) return { listener, listens: true };
  return {
    listener,
    create(node, block, index) {
      context.events.listen(node as Element, type, !listener.prevents, (event) => {
        const now = block.template.bindings[index]?.listener;
        if (now) deliver(now, node as Element, event, block.row);
      });
    },
  };
}
