import type { Mutation, RuneError, UpdateDataMutation } from "@rune/schema";
import { mayAppear } from "./find-target.ts";
import type { NodeMutation } from "./index.ts";
import { mutations } from "./index.ts";
import { keepFields } from "./keep-fields.ts";
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
  if (others.length > 0 && target.isDirty) target.render();
  const mayBring = updates.length > 0;
  // Before any data is set, because a render that is taken back may cost what the user has typed.
  const early = others.map((other) => prepareEarly(other, target, mayBring));
  const restoreFields = early.includes(undefined) ? keepFields(target.container) : undefined;
  const undo: (() => void)[] = [];
  let commits: (() => void)[];
  try {
    for (const update of updates) undo.push(updateData(update, target));
    if (others.length > 0 && target.isDirty) target.render();
    commits = others.map((other, i) => prepareAgain(other, target, early[i]));
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

/** Returns nothing where the node is not there, and the batch's data may bring it. */
function prepareEarly(mutation: NodeMutation, target: MutationTarget, mayBring: boolean): (() => void) | undefined {
  try {
    return prepare(mutation, target);
  } catch (error) {
    const { code, data } = error as RuneError;
    if (mayBring && code === "mutation_node_unknown" && mayAppear(String(data?.["id"]), target)) return undefined;
    throw error;
  }
}

/** Looks once more, because the data may have given the name to another node; one that it took away may be changed still. */
function prepareAgain(mutation: NodeMutation, target: MutationTarget, early: (() => void) | undefined): () => void {
  try {
    return prepare(mutation, target);
  } catch (error) {
    if (early) return early;
    throw error;
  }
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
