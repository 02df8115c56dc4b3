/** A change that a controller asks its page for, as JSON. Names are those of the wire. */
export type Mutation =
  | UpdateDataMutation
  | UpdateViewMutation
  | ReplaceTextMutation
  | RemoveNodeMutation
  | NavigateMutation
  | NavigateBackMutation
  | ShowOverlayMutation
  | HideOverlayMutation
  | FocusMutation
  | ScrollToMutation
  | BatchMutation;

/** A plain JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Merges `updates` into the data that the node sees; the bindings below follow. */
export interface UpdateDataMutation {
  type: "UpdateData";
  node_id: string;
  updates: JsonObject;
}

/** Sets class, style, attributes and properties of a node; `null` removes. */
export interface UpdateViewMutation {
  type: "UpdateView";
  node_id: string;
  props: JsonObject;
}

/** Replaces a node's text. */
export interface ReplaceTextMutation {
  type: "ReplaceText";
  target: string;
  text: string;
}

/** Takes a node out of the page. */
export interface RemoveNodeMutation {
  type: "RemoveNode";
  node_id: string;
}

/** Opens a view, by its name or by a route path. */
export interface NavigateMutation {
  type: "Navigate";
  view_id: string;
  params?: JsonObject;
  /** The history forgets the page that shows: the way back leads to the one before. */
  replace?: boolean;
}

/** Goes back to the previous route. */
export interface NavigateBackMutation {
  type: "NavigateBack";
}

/** Opens a `<dialog>` of the view as a modal. */
export interface ShowOverlayMutation {
  type: "ShowOverlay";
  overlay_id: string;
}

/** Closes an overlay. */
export interface HideOverlayMutation {
  type: "HideOverlay";
  overlay_id: string;
}

/** Moves the keyboard focus to a node, once what changed before is on the page. */
export interface FocusMutation {
  type: "Focus";
  /** A `data-ref` name or a node id. */
  target: string;
}

/** Brings a node into view, once what changed before is on the page. */
export interface ScrollToMutation {
  type: "ScrollTo";
  /** A `data-ref` name or a node id. */
  target: string;
}

/** Several mutations as one: all or none, one render. */
export interface BatchMutation {
  type: "Batch";
  mutations: Mutation[];
}
