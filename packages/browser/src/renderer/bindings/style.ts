import type { StyleBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import type { CssDeclaration } from "../css-declarations.ts";
import { readDeclaration, toDeclaration } from "../css-declarations.ts";
import { compileValue } from "../expression.ts";
import { isSame } from "../is-same.ts";
import type { BindingScope } from "./binding-scope.ts";

interface StyleMemory {
  /** What the author's HTML says, in force while the binding has no value. */
  readonly fixed: CssDeclaration;
  value: unknown;
}

/** `data-style-<property>`: one style property. */
export function compileStyle(binding: StyleBinding, scope: BindingScope): CompiledBinding {
  const { name } = binding;
  const evaluate = compileValue(binding.value, scope);
  return {
    create: (node): StyleMemory => ({
      fixed: readDeclaration((node as HTMLElement).style, name),
      value: undefined,
    }),
    update(node, memory, row) {
      const state = memory as StyleMemory;
      const value = evaluate(row);
      if (!isSame(value, state.value)) {
        const bound = toDeclaration(value);
        const isBound = bound && scope.context.rules.isAllowedStyle(node as Element, name, bound[0], scope);
        const { style } = node as HTMLElement;
        // First, because a value that is no CSS changes nothing.
        style.setProperty(name, ...state.fixed);
        if (isBound) style.setProperty(name, ...bound);
        state.value = value;
      }
      return state;
    },
  };
}
