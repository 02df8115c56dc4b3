import type { RefBinding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import type { BindingScope } from "./binding-scope.ts";

/** `data-ref`: a name for the node; in rows, the last one made has it. */
export function compileRef({ name }: RefBinding, { context, component, rows }: BindingScope): CompiledBinding {
  return {
    create(node, { row }) {
      context.refs.set(name, node as Element);
      component?.refsOf(row, rows.length).set(name, node as Element);
    },
  };
}
