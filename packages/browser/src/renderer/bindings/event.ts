import type { EventBinding } from "@rune/schema";
import { createEventRecord } from "../../events/event-record.ts";
import type { CompiledBinding } from "../block.ts";
import { compileExpression } from "../expression.ts";
import type { BindingScope } from "./binding-scope.ts";

/** `data-on<event>`: calls an export of the controller; the arguments are evaluated when the event arrives. */
export function compileEvent(binding: EventBinding, { context }: BindingScope): CompiledBinding {
  const { event: type, handler, keys, modifiers = [] } = binding;
  const values = binding.arguments.map((argument) => compileExpression(argument, context));
  const readsEvent = JSON.stringify(binding.arguments).includes('["event"');
  return {
    create(node, row) {
      context.events.listen(node as Element, {
        type,
        keys,
        isOnce: modifiers.includes("once"),
        isSelf: modifiers.includes("self"),
        prevents: modifiers.includes("prevent"),
        stops: modifiers.includes("stop"),
        isSpent: false,
        run(event) {
          const record = readsEvent ? createEventRecord(event) : undefined;
          context.handle(
            handler,
            values.map((value) => value(row, record)),
          );
        },
      });
    },
  };
}
