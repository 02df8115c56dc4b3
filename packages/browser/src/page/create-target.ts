import type { JsonObject, Route, View } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { Block } from "../renderer/block.ts";
import { updateBlock } from "../renderer/block.ts";
import type { RenderContext } from "../renderer/render-context.ts";
import { resolveAsset } from "./asset-address.ts";
import type { MutationTarget } from "./mutation-target.ts";

/** A target whose nodes come and go. */
export interface PageTarget extends MutationTarget {
  /** The page's nodes while it shows. */
  block: Block | undefined;
}

/** Makes what the templates and the controller of a page share. */
export function createTarget(
  view: View,
  data: JsonObject,
  { controller }: Route,
  app: AppContext,
  { handle, call }: Pick<RenderContext, "handle" | "call">,
): PageTarget {
  const { element, events, manifest, policy, links } = app;
  let focusRequest: Element | undefined;
  const target: PageTarget = {
    document: element.ownerDocument,
    container: element,
    view,
    data: new Map(Object.entries(data)),
    touched: new Set(),
    refs: new Map(),
    block: undefined,
    isDirty: false,
    policy,
    events,
    links,
    viewNames: manifest.routes.map((route) => route.view),
    get isShown() {
      return target.block !== undefined;
    },
    resolveAsset: (path) => resolveAsset(path, app),
    report: (error) => app.report(error, { module: controller }),
    requestFocus(wanted) {
      focusRequest = wanted;
    },
    handle,
    call,
    render() {
      const { block, touched } = target;
      target.isDirty = false;
      if (block) events.mute(() => updateBlock(block));
      touched.clear();
    },
    settle() {
      if (target.isDirty) target.render();
      const wanted = focusRequest;
      focusRequest = undefined;
      if (wanted?.isConnected) (wanted as HTMLElement).focus();
    },
    navigate: app.navigate,
    navigateBack: app.navigateBack,
    showOverlay: app.showOverlay,
    hideOverlay: app.hideOverlay,
  };
  return target;
}
