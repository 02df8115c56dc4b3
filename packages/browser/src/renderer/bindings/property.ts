import type { PropertyBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import { compileValue } from "../expression.ts";
import { setProperty } from "../set-property.ts";
import { hold } from "../to-text.ts";
import type { BindingScope } from "./binding-scope.ts";

interface PropertyMemory {
  value: unknown;
  isSet: boolean;
  /** The option of a `<select>` that the value chose. */
  option: Element | undefined;
}

/**
 * `data-bind-value` and the other names that are set as properties. The user changes these too, so a render leaves them
 * alone unless the value is new, or an update has named the data behind it: then what the controller says holds, even if
 * it says the same as before (`draft = ""` clears a field whose typing it never followed).
 */
export function compileProperty(binding: PropertyBinding, scope: BindingScope): CompiledBinding {
  const { context, reads, tag } = scope;
  const { name } = binding;
  const { touched } = context;
  const evaluate = compileValue(binding.value, scope);
  const isSelect = tag === "select" && name === "value";
  // A render may take the chosen option away, or bring it only now.
  if (isSelect) reads.isVolatile = true;
  return {
    create: (): PropertyMemory => ({ value: undefined, isSet: false, option: undefined }),
    update(node, memory, row) {
      const state = memory as PropertyMemory;
      const value = evaluate(row);
      const isStale = isSelect && state.option?.isConnected !== true;
      if (
        isStale ||
        !state.isSet ||
        !Object.is(value, state.value) ||
        [...reads.names].some((name) => touched.has(name))
      ) {
        // First, so that a value that the element refuses is not tried again.
        state.value = value;
        state.isSet = true;
        if (typeof value === "string") hold(value, context);
        setProperty(node as Element, tag, name, value);
        if (isSelect) state.option = (node as HTMLSelectElement).selectedOptions[0];
      }
      return state;
    },
  };
}
