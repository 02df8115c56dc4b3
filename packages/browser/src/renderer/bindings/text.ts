import type { TextBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import { compileValue } from "../expression.ts";
import { isSame } from "../is-same.ts";
import { hold, toText } from "../to-text.ts";
import type { BindingScope } from "./binding-scope.ts";

/** `data-bind`: the element's text. While the value is `undefined` the text in the author's HTML shows. */
export function compileText(binding: TextBinding, scope: BindingScope): CompiledBinding {
  const evaluate = compileValue(binding.value, scope);
  const { node: bound } = scope;
  const initial = bound.textContent ?? "";
  const isEmpty = !bound.firstChild;
  return {
    update(node, memory, row) {
      const value = evaluate(row);
      if (isSame(value, memory)) return value;
      const text = hold(value === undefined ? initial : toText(value), scope.context);
      if (isEmpty && memory === undefined) node.textContent = text;
      else writeText(node, text);
      return value;
    },
  };
}

/** Changes the one text node where there is one, so that a selection in it survives. */
function writeText(node: Node, text: string): void {
  const child = node.firstChild;
  if (!child || child !== node.lastChild || child.nodeType !== child.TEXT_NODE) node.textContent = text;
  else if ((child as Text).data !== text) (child as Text).data = text;
}
