import type { AttributeBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import { compileValue } from "../expression.ts";
import { isSame } from "../is-same.ts";
import { setAttribute } from "../set-attribute.ts";
import type { BindingScope } from "./binding-scope.ts";
import { compileClassList } from "./class-list.ts";
import { compileStyleList } from "./style-list.ts";

/** No value is this one, so the first update always writes. */
const unset: unique symbol = Symbol("unset");

/** `data-bind-<name>`: an attribute; `class` and `style` are merged with the static ones. */
export function compileAttribute(binding: AttributeBinding, scope: BindingScope): CompiledBinding {
  const { name } = binding;
  const evaluate = compileValue(binding.value, scope);
  if (name === "class") return compileClassList(evaluate, scope.context);
  if (name === "style") return compileStyleList(evaluate, scope);
  return {
    create: () => unset,
    update(node, memory, row) {
      const value = evaluate(row);
      if (!isSame(value, memory)) setAttribute(node as Element, name, value, scope);
      return value;
    },
  };
}
