import type { ModelBinding } from "@rune/schema";
import type { Listener } from "../../events/listener.ts";
import type { CompiledBinding } from "../block.ts";
import { compileValue } from "../expression.ts";
import { findField } from "./find-field.ts";
import { compilePlace } from "./place.ts";
import { followResets } from "./reset.ts";
import type { Row } from "../row.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";

/** Fields in which an input method is making a text. */
const composing = new WeakSet<Element>();

/**
 * `data-model`: the field shows what is at a place in the data, and what the user enters is put there. While an input method is at
 * work on a text, neither touches the other.
 */
export function compileModel(binding: ModelBinding, scope: BindingScope): CompiledBinding {
  const { context, node, reads } = scope;
  const field = findField(node as Element, binding.modifiers ?? []);
  const show = compileValue(binding.place, scope);
  const place = compilePlace(binding.place, scope);
  // Options may come or go with anything.
  if (field.dependsOnContent) reads.isVolatile = true;

  const take = (element: Element, row: Row | undefined): void => {
    const current = show(row);
    const entered = field.read(element, current);
    if (entered.some((each) => Object.is(each, current))) return;
    place.write(row, entered);
  };
  const listener: Listener = {
    type: field.event,
    isOnce: false,
    isSelf: true,
    prevents: false,
    stops: false,
    spent: new WeakSet(),
    run(event, row, element) {
      if ((event as InputEvent).isComposing) composing.add(element);
      else context.enter(() => take(element, row as Row | undefined));
    },
  };
  followResets(context, listener, { take, show: (element, row) => field.write(element, show(row)) });
  return {
    listener,
    listens: context.events.delegates(field.event),
    create(node, block, index) {
      if (field.event !== "input") return;
      context.events.listen(node as Element, "compositionend", { isPassive: true, isCapture: false }, (event) => {
        const element = event.currentTarget as Element;
        if (composing.delete(element)) block.template.bindings[index]?.listener?.run(event, block.row, element);
      });
    },
    update(element, _memory, row) {
      const value = show(row);
      if (!composing.has(element as Element)) field.write(element as Element, value);
      return undefined;
    },
  };
}
