import type { TextBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import { compileExpression } from "../expression.ts";
import { toText } from "../to-text.ts";
import type { BindingScope } from "./binding-scope.ts";

interface TextMemory {
  /** The text in the author's HTML, shown while the value is `undefined`. */
  readonly initial: string;
  value: unknown;
}

/** `data-bind`: the element's text. */
export function compileText(binding: TextBinding, { context }: BindingScope): CompiledBinding {
  const evaluate = compileExpression(binding.value, context);
  return {
    create: (node): TextMemory => ({ initial: node.textContent ?? "", value: undefined }),
    update(node, memory, row) {
      const state = memory as TextMemory;
      const value = evaluate(row);
      if (Object.is(value, state.value)) return state;
      state.value = value;
      writeText(node, value === undefined ? state.initial : toText(value));
      return state;
    },
  };
}

/** Changes the one text node where there is one, so that a selection in it survives. */
function writeText(node: Node, text: string): void {
  const child = node.firstChild;
  if (child && child === node.lastChild && child.nodeType === child.TEXT_NODE) (child as Text).data = text;
  else node.textContent = text;
}
