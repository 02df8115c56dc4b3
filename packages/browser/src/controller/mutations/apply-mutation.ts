import type { Mutation, UpdateDataMutation } from "@rune/schema";
import type { NodeMutation } from "./index.ts";
import { mutations } from "./index.ts";
import type { MutationTarget, PrepareMutation } from "../../page/mutation-target.ts";
import { updateData } from "./update-data.ts";

/**
 * Carries out a mutation whole or not at all. The data of a batch is set first and rendered once, so that its other
 * mutations find the nodes which the data brings; if one of them cannot be done, the data goes back.
 *
 * @throws RuneError with a code `mutation_…`, `overlay_…` or `navigation_…`; the page is then as it was
 */
export function applyMutation(mutation: Mutation, target: MutationTarget): void {
  const updates: UpdateDataMutation[] = [];
  const others: NodeMutation[] = [];
  flatten(mutation, updates, others);
  const undo: (() => void)[] = [];
  let commits: (() => void)[];
  try {
    for (const update of updates) undo.push(updateData(update, target));
    if (others.length > 0 && target.isDirty) target.render();
    commits = others.map((other) => prepare(other, target));
  } catch (error) {
    for (const restore of undo.reverse()) restore();
    throw error;
  }
  target.events.mute(() => {
    for (const commit of commits) commit();
  });
}

function flatten(mutation: Mutation, updates: UpdateDataMutation[], others: NodeMutation[]): void {
  if (mutation.type === "Batch") for (const inner of mutation.mutations) flatten(inner, updates, others);
  else if (mutation.type === "UpdateData") updates.push(mutation);
  else others.push(mutation);
}

function prepare(mutation: NodeMutation, target: MutationTarget): () => void {
  const prepareType = mutations[mutation.type] as PrepareMutation<NodeMutation>;
  return prepareType(mutation, target);
}
