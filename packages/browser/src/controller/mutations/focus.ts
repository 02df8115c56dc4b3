import type { FocusMutation } from "@rune/schema";
import { findTarget } from "./find-target.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/** `Focus`: moves the keyboard focus. */
export function prepareFocus(mutation: FocusMutation, target: MutationTarget): () => void {
  const element = findTarget(mutation.type, mutation.target, target);
  return () => target.requestFocus(element);
}
