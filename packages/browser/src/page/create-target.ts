import type { JsonObject } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { Block, CompiledTemplate } from "../renderer/block.ts";
import { createBlock, releaseBlock, retype, updateBlock } from "../renderer/block.ts";
import { compileTemplate } from "../renderer/compile-template.ts";
import { createChange, isAffected } from "../renderer/reads.ts";
import { noteChange, tellBlocks } from "../renderer/tell-blocks.ts";
import type { RenderContext } from "../renderer/render-context.ts";
import { resolveAsset } from "./asset-address.ts";
import type { HeadFollower } from "./head/index.ts";
import type { PageParts } from "./load-page.ts";
import type { LoadedViews } from "./load-views.ts";
import type { MutationTarget } from "./mutation-target.ts";

/** A target whose nodes come and go. */
export interface PageTarget extends MutationTarget {
  /** The page's nodes while it shows. */
  block: Block | undefined;
  /** What the page says of the document. */
  readonly head: HeadFollower | undefined;
  /** Makes the page's nodes. */
  show(): Node;
  /** Forgets them. */
  hide(): void;
}

/** Makes what the templates and the controller of a page share. */
export function createTarget(
  { view, views, support, head }: LoadedViews,
  data: JsonObject,
  { controller }: PageParts,
  app: AppContext,
  {
    handle,
    enter,
    call,
    missing,
    controllers,
  }: Pick<RenderContext, "handle" | "enter" | "call" | "missing" | "controllers">,
): PageTarget {
  const { element, events, manifest, policy, links, verifier } = app;
  let focusRequest: Element | undefined;
  let template: CompiledTemplate | undefined;
  const compile = (): CompiledTemplate => {
    target.selectors.length = 0;
    target.variants.clear();
    return compileTemplate({ context: target, view }, 0);
  };
  const target: PageTarget = {
    document: element.ownerDocument,
    container: element,
    view,
    views,
    ...support,
    room: 0,
    controllers,
    variants: new Map(),
    refused: new Set(),
    data: new Map(Object.entries(data)),
    changed: new Set(),
    touched: new Set(),
    told: [],
    noteChange,
    selectors: [],
    spent: new WeakMap(),
    refs: new Map(),
    state: undefined,
    get reader() {
      return target.state?.reader;
    },
    block: undefined,
    head: head?.followHead(view, app, () => target),
    isDirty: false,
    isStale: false,
    policy,
    rules: verifier,
    events,
    links,
    viewNames: manifest.routes.map((route) => route.view),
    get isShown() {
      return target.block !== undefined;
    },
    resolveAsset: (path) => resolveAsset(path, app),
    report: (error, of) => app.report(error, { module: controller, view: of }),
    reportBinding: (...failed) => target.report(verifier.bindingFailed(...failed)),
    requestFocus(wanted) {
      focusRequest = wanted;
    },
    handle,
    enter,
    call,
    missing,
    assign(name, value) {
      if (target.state?.keeps(name)) target.state.assign(name, value);
      else target.data.set(name, value);
      target.changed.add(name);
      target.isDirty = true;
    },
    show() {
      const create = (): [Block, Node] => {
        template ??= compile();
        for (const each of target.selectors) each.choose();
        const made = createBlock(template, undefined);
        target.head?.update();
        return made;
      };
      // Of a controller that has failed for good nothing can be read any more.
      const [block, content] = target.inspect(create) ?? (target.connect(undefined), create());
      target.block = block;
      target.changed.clear();
      target.touched.clear();
      return content;
    },
    hide() {
      if (target.block) releaseBlock(target.block);
      target.block = undefined;
      target.refs.clear();
      controllers?.hide();
    },
    connect(state) {
      for (const name of target.data.keys()) if (target.state?.keeps(name)) target.data.delete(name);
      target.state = state;
      template = undefined;
      target.isVolatile = false;
      target.isStale = true;
      target.isDirty = target.isShown;
    },
    inspect(action) {
      try {
        const { state } = target;
        const inner = controllers ? (): ReturnType<typeof action> => controllers.inspect(action) : action;
        return state ? state.inspect(inner) : inner();
      } catch (error) {
        target.report(error);
        return undefined;
      }
    },
    render() {
      const { block, changed, touched, isStale, selectors } = target;
      if (block) {
        const change = isStale ? undefined : createChange(changed);
        target.rowQuota?.refill();
        events.mute(() =>
          target.inspect(() => {
            retype(block, (template ??= compile()));
            tellBlocks(target.told.splice(0));
            updateBlock(block, change);
            for (const each of selectors) if (!change || isAffected(each, change)) each.choose();
            controllers?.update();
            target.head?.update();
          }),
        );
      }
      target.isDirty = target.isStale = false;
      target.told.length = 0;
      changed.clear();
      touched.clear();
    },
    checkDrawings: () => app.drawings?.check(),
    settle() {
      if (target.isDirty) target.render();
      controllers?.settle();
      const wanted = focusRequest;
      focusRequest = undefined;
      if (!wanted) return;
      target.checkDrawings();
      void app.focus(wanted as HTMLElement);
    },
    navigate: app.navigate,
    navigateBack: app.navigateBack,
    showOverlay: app.showOverlay,
    hideOverlay: app.hideOverlay,
  };
  return target;
}
