import type { ReplaceTextMutation } from "@rune/schema";
import { findTarget } from "./find-target.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/** `ReplaceText`: the node has this text and nothing else. */
export function prepareReplaceText(mutation: ReplaceTextMutation, target: MutationTarget): () => void {
  const element = findTarget(mutation.type, mutation.target, target);
  return () => {
    element.textContent = mutation.text;
  };
}
