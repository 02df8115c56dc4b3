import type { RemoveNodeMutation } from "@rune/schema";
import { findTarget } from "./find-target.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/** `RemoveNode`: takes the node out of the page, until the page or the block that it stands in is made anew. */
export function prepareRemoveNode(mutation: RemoveNodeMutation, target: MutationTarget): () => void {
  const element = findTarget(mutation.type, mutation.node_id, target);
  return () => element.remove();
}
