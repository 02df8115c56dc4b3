import type { ModelBinding } from "@rune/schema";
import type { Listener } from "../../events/listener.ts";
import type { CompiledBinding } from "../block.ts";
import { compileValue } from "../expression.ts";
import { NO_COLOR } from "./text.ts";
import { findField } from "./find-field.ts";
import { compilePlace } from "./place.ts";
import { isHeld, noteShown } from "./entry.ts";
import { isHeldByPress } from "./pressed.ts";
import { followFields } from "./follow-fields.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";

/**
 * `data-model`: the field shows what is at a place in the data, and what the user enters is put there. While an input method is at
 * work on a text, neither touches the other.
 */
export function compileModel(binding: ModelBinding, scope: BindingScope): CompiledBinding {
  const { context, node, reads } = scope;
  const field = findField(node as Element, binding.modifiers ?? []);
  // Where it says nothing, a reset would give it an empty text.
  if ((node as HTMLInputElement).type === "color" && !(node as Element).hasAttribute("value"))
    (node as Element).setAttribute("value", NO_COLOR);
  const show = compileValue(binding.place, scope);
  const place = compilePlace(binding.place, scope);
  // Options may come or go with anything.
  if (field.dependsOnContent) reads.isVolatile = true;

  const isLazy = binding.modifiers?.includes("lazy") ?? false;
  // It stands for the binding; the app's own element hears of the events.
  const listener: Listener = {
    type: "",
    isOnce: false,
    isSelf: true,
    prevents: false,
    stops: false,
    spent: new WeakSet(),
    run() {},
  };
  followFields(listener, {
    context,
    isLazy,
    take(element, row) {
      const current = show(row);
      const entered = field.read(element, current);
      if (entered.some((each) => Object.is(each, current))) return;
      place.write(row, entered);
    },
    show: (element, row) => field.write(element, show(row)),
  });
  return {
    listener,
    listens: true,
    update(element, shown, row) {
      const value = show(row);
      const isKept = isHeld(element as Element, Object.is(value, shown)) || isHeldByPress(element as Element);
      if (!isKept) {
        field.write(element as Element, value);
        noteShown(element as Element);
      }
      return isLazy ? value : undefined;
    },
  };
}
