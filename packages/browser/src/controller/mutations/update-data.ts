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
  const { changed, data, state, touched } = target;
  const { node_id: id, updates } = mutation;
  if (!hasTarget(id, target)) {
    throw mutationNodeUnknown(mutation.type, id, findNearest(id, listNames(target)));
  }
  const before = Object.keys(updates).map((name) => ({
    name,
    had: data.has(name),
    value: state?.keeps(name) ? state.hold(name) : data.get(name),
    isTouched: touched.has(name),
  }));
  const set = (name: string, value: unknown): void => {
    if (state?.keeps(name)) state.assign(name, value);
    else data.set(name, value);
  };
  const restore = (): void => {
    for (const { name, had, value, isTouched } of before) {
      if (had) set(name, value);
      else data.delete(name);
      changed.add(name);
      if (!isTouched) touched.delete(name);
    }
    target.isDirty = true;
  };
  try {
    for (const [name, value] of Object.entries(updates)) {
      set(name, value);
      changed.add(name);
      touched.add(name);
    }
  } catch (error) {
    restore();
    throw error;
  }
  target.isDirty = true;
  return restore;
}
