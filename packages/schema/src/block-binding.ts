import type { Binding } from "./view.ts";

/** A binding that stands for a place in the tree, a `null` of its template, and not for an element. */
export type BlockBinding = Extract<Binding, { type: "if" | "for" | "component" | "slot" }>;

const types: ReadonlySet<string> = new Set<BlockBinding["type"]>(["if", "for", "component", "slot"]);

/** Whether a binding stands for a place in the tree. */
export function isBlockBinding(binding: Binding): binding is BlockBinding {
  return types.has(binding.type);
}
