import type { RefBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import type { BindingScope } from "./binding-scope.ts";

/** `data-ref`: a name for the node; in rows, the last one made has it. */
export function compileRef(binding: RefBinding, { context }: BindingScope): CompiledBinding {
  return {
    create(node) {
      context.refs.set(binding.name, node as Element);
    },
  };
}
