import { findNearest } from "@rune/schema";
import type { UpdateDataMutation } from "@rune/schema";
import { mutationNodeUnknown } from "../messages.ts";
import { hasTarget, listNames } from "./find-target.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/**
 * Merges values into the page's data, by name. Returns what takes them back.
 *
 * @throws RuneError `mutation_node_unknown`, or what the controller says to a value that it cannot take
 */
export function updateData(mutation: UpdateDataMutation, target: MutationTarget): () => void {
  const { data, touched } = target;
  const { node_id: id, updates } = mutation;
  if (!hasTarget(id, target)) {
    throw mutationNodeUnknown(mutation.type, id, findNearest(id, listNames(target)));
  }
  const before = Object.keys(updates).map((name) => ({
    name,
    had: data.has(name),
    value: data.get(name),
    isTouched: touched.has(name),
  }));
  const restore = (): void => {
    for (const { name, had, value, isTouched } of before) {
      if (had) data.set(name, target.assign ? target.assign(name, value) : value);
      else data.delete(name);
      if (!isTouched) touched.delete(name);
    }
    target.isDirty = true;
  };
  try {
    for (const [name, value] of Object.entries(updates)) {
      data.set(name, target.assign ? target.assign(name, value) : value);
      touched.add(name);
    }
  } catch (error) {
    restore();
    throw error;
  }
  target.isDirty = true;
  return restore;
}
