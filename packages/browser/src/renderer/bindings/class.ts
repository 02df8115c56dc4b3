import type { ClassBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import { compileExpression } from "../expression.ts";
import type { BindingScope } from "./binding-scope.ts";

/** `data-class-<name>`: one class, on or off. */
export function compileClass(binding: ClassBinding, scope: BindingScope): CompiledBinding {
  const { name } = binding;
  const isFixed = (scope.node as Element).classList.contains(name);
  const { evaluate } = compileExpression(binding.value, scope);
  return {
    update(node, memory, row) {
      const isOn = Boolean(evaluate(row));
      if (isOn !== (memory ?? isFixed)) (node as Element).classList.toggle(name, isOn);
      return isOn;
    },
  };
}
