import type { NavigateBackMutation } from "@rune/schema";
import type { MutationTarget } from "../../page/mutation-target.ts";

/** `NavigateBack`: opens the route before. */
export function prepareNavigateBack(_mutation: NavigateBackMutation, target: MutationTarget): () => void {
  return () => target.navigateBack();
}
