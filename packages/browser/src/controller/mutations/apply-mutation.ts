import type { Mutation, RuneError, UpdateDataMutation } from "@rune/schema";
import { mayAppear } from "./find-target.ts";
import type { NodeMutation } from "./index.ts";
import { mutations } from "./index.ts";
import { mutationRefused } from "../messages.ts";
import { keepFields } from "./keep-fields.ts";
import type { MutationTarget, PrepareMutation } from "../../page/mutation-target.ts";
import { updateData } from "./update-data.ts";

/** Most mutations of nodes in a batch, which nothing can break off. */
const MOST_CHANGES = 1000;

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
  if (others.length > MOST_CHANGES)
    throw mutationRefused("Batch", target.view.name, `it has more than ${MOST_CHANGES} mutations`);
  // Each makes the browser lay out what those before it have changed.
  others.sort((one, other) => Number(one.type === "ScrollTo") - Number(other.type === "ScrollTo"));
  if (others.length > 0 && target.isDirty) target.render();
  // Before any data is set, because a render that is taken back may cost what the user has typed.
  const early = others.map((other) => {
    try {
      return prepare(other, target);
    } catch (error) {
      const { code, data } = error as RuneError;
      const isComing = updates.length > 0 && code === "mutation_node_unknown" && mayAppear(data?.["id"], target);
      if (!isComing) throw error;
      return undefined;
    }
  });
  const restoreFields = early.includes(undefined) && keepFields(target.container);
  const undo: (() => void)[] = [];
  let commits: (() => void)[];
  try {
    for (const update of updates) undo.push(updateData(update, target));
    if (others.length > 0 && target.isDirty) target.render();
    // Once more, as the data may have given a name to another node. One that it took away may be changed still.
    commits = others.map((other, i) => prepare(other, target, early[i]));
  } catch (error) {
    for (const restore of undo.reverse()) restore();
    if (restoreFields) {
      target.render();
      target.events.mute(restoreFields);
    }
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

/** Returns `fallback` where the mutation cannot be done, if there is one. */
function prepare(mutation: NodeMutation, target: MutationTarget, fallback?: () => void): () => void {
  const prepareType = mutations[mutation.type] as PrepareMutation<NodeMutation>;
  try {
    return prepareType(mutation, target);
  } catch (error) {
    if (fallback) return fallback;
    throw error;
  }
}
