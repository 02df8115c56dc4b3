import type { ShowBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import type { CssDeclaration } from "../css-declarations.ts";
import { readDeclaration } from "../css-declarations.ts";
import { compileExpression } from "../expression.ts";
import type { BindingScope } from "./binding-scope.ts";

/**
 * `data-show`: hidden or not. Hidden is `display: none !important`, because the `hidden` attribute loses against any
 * `display` in the author's style sheet. The memory is the display to go back to, or `undefined` while it shows.
 */
export function compileShow(binding: ShowBinding, scope: BindingScope): CompiledBinding {
  const { evaluate } = compileExpression(binding.value, scope);
  return {
    update(node, memory, row) {
      const { style } = node as HTMLElement;
      if (evaluate(row)) {
        if (memory) style.setProperty("display", ...(memory as CssDeclaration));
        return undefined;
      }
      if (memory) return memory;
      const display = readDeclaration(style, "display");
      style.setProperty("display", "none", "important");
      return display;
    },
  };
}
