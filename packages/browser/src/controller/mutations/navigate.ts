import { findNearest } from "@rune/schema";
import type { NavigateMutation } from "@rune/schema";
import { viewUnknown } from "../messages.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/** `Navigate`: opens a view by its name, or a route path. */
export function prepareNavigate(mutation: NavigateMutation, target: MutationTarget): () => void {
  const { view_id: name, params = {}, replace } = mutation;
  const known = target.viewNames;
  if (!name.startsWith("/") && !known.includes(name)) throw viewUnknown(name, findNearest(name, known), known);
  return () => target.navigate(name, params, replace);
}
