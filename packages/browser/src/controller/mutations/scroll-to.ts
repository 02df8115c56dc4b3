import type { ScrollToMutation } from "@rune/schema";
import { findTarget } from "./find-target.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/** `ScrollTo`: brings a node into view. */
export function prepareScrollTo(mutation: ScrollToMutation, target: MutationTarget): () => void {
  const element = findTarget(mutation.type, mutation.target, target);
  return () => {
    target.checkDrawings();
    element.scrollIntoView({ block: "nearest" });
  };
}
