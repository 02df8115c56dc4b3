import type { CompiledBinding } from "../block.ts";
import type { CssDeclaration, CssDeclarations } from "../css-declarations.ts";
import { readDeclaration } from "../css-declarations.ts";
import type { Evaluate } from "../expression.ts";
import { isSame } from "../is-same.ts";
import type { BindingScope } from "./binding-scope.ts";

interface StyleListMemory {
  readonly fixed: CssDeclarations;
  value: unknown;
  declarations: CssDeclarations;
}

const none: CssDeclarations = new Map();
const removed: CssDeclaration = ["", ""];

/** `data-bind-style`: style properties beside the static ones, as CSS text or an object. */
export function compileStyleList(evaluate: Evaluate, scope: BindingScope): CompiledBinding {
  return {
    create(node): StyleListMemory {
      const { style } = node as HTMLElement;
      const fixed = new Map(Array.from(style, (name) => [name, readDeclaration(style, name)] as const));
      return { fixed, value: undefined, declarations: none };
    },
    update(node, memory, row) {
      const state = memory as StyleListMemory;
      const value = evaluate(row);
      if (isSame(value, state.value)) return state;
      const { style } = node as HTMLElement;
      const declarations = scope.context.rules.listAllowedStyles(node as Element, value, scope);
      // All, because a value that is no CSS changes nothing.
      for (const name of state.declarations.keys()) style.setProperty(name, ...(state.fixed.get(name) ?? removed));
      for (const [name, declaration] of declarations) style.setProperty(name, ...declaration);
      state.value = value;
      state.declarations = declarations;
      return state;
    },
  };
}
