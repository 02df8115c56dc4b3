import type { ValidityBinding } from "@rune/schema";
import type { BindingScope } from "../bindings/binding-scope.ts";
import type { CompiledBinding } from "../block.ts";
import { compileValue } from "../expression.ts";
import { toText } from "../to-text.ts";

/** `data-validity`: while it is a text, the field is not valid, and the browser says so in these words. */
export function compileValidity({ value }: ValidityBinding, scope: BindingScope): CompiledBinding {
  const evaluate = compileValue(value, scope);
  return {
    update(element, _memory, row) {
      const problem = evaluate(row);
      (element as HTMLInputElement).setCustomValidity(problem === false ? "" : toText(problem));
      return undefined;
    },
  };
}
