import type { ClassBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import { compileExpression } from "../expression.ts";
import type { BindingScope } from "./binding-scope.ts";

/** `data-class-<name>`: one class, on or off. */
export function compileClass(binding: ClassBinding, { context }: BindingScope): CompiledBinding {
  const { name } = binding;
  const evaluate = compileExpression(binding.value, context);
  return {
    update(node, memory, row) {
      const isOn = Boolean(evaluate(row));
      if (isOn !== memory) (node as Element).classList.toggle(name, isOn);
      return isOn;
    },
  };
}
