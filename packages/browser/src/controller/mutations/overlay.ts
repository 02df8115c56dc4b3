import type { HideOverlayMutation, ShowOverlayMutation } from "@rune/schema";
import { overlayInvalid } from "../messages.ts";
import { findTarget } from "./find-target.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/** `ShowOverlay`: opens a `<dialog>` as a modal. */
export function prepareShowOverlay(mutation: ShowOverlayMutation, target: MutationTarget): () => void {
  const dialog = findDialog(mutation, target);
  return () => target.showOverlay(dialog);
}

/** `HideOverlay`: closes it. */
export function prepareHideOverlay(mutation: HideOverlayMutation, target: MutationTarget): () => void {
  const dialog = findDialog(mutation, target);
  return () => target.hideOverlay(dialog);
}

function findDialog(mutation: ShowOverlayMutation | HideOverlayMutation, target: MutationTarget): HTMLDialogElement {
  const { type, overlay_id: id } = mutation;
  const element = findTarget(type, id, target);
  if (element.localName !== "dialog") throw overlayInvalid(id, element.localName);
  return element as HTMLDialogElement;
}
