import type { BatchMutation, Mutation, UpdateDataMutation } from "@rune/schema";
import { prepareFocus } from "./focus.ts";
import type { PrepareMutation } from "../../page/mutation-target.ts";
import { prepareNavigateBack } from "./navigate-back.ts";
import { prepareNavigate } from "./navigate.ts";
import { prepareHideOverlay, prepareShowOverlay } from "./overlay.ts";
import { prepareRemoveNode } from "./remove-node.ts";
import { prepareReplaceText } from "./replace-text.ts";
import { prepareScrollTo } from "./scroll-to.ts";
import { prepareUpdateView } from "./update-view.ts";

/** A mutation of what already shows. Data comes before it, and a batch is a list of the others. */
export type NodeMutation = Exclude<Mutation, BatchMutation | UpdateDataMutation>;

/** How each type of mutation is carried out. */
export const mutations: {
  readonly [Type in NodeMutation["type"]]: PrepareMutation<Extract<NodeMutation, { type: Type }>>;
} = {
  UpdateView: prepareUpdateView,
  ReplaceText: prepareReplaceText,
  RemoveNode: prepareRemoveNode,
  Navigate: prepareNavigate,
  NavigateBack: prepareNavigateBack,
  ShowOverlay: prepareShowOverlay,
  HideOverlay: prepareHideOverlay,
  Focus: prepareFocus,
  ScrollTo: prepareScrollTo,
};
