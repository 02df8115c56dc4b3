import type { JsonObject, Mutation, Route } from "@rune/schema";
import { findNearest } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { handlerUnknown } from "../messages.ts";
import { applyMutation } from "../mutations/apply-mutation.ts";
import type { MutationTarget } from "../mutations/mutation-target.ts";
import type { Block } from "../renderer/block.ts";
import { createBlock, updateBlock } from "../renderer/block.ts";
import { compileTemplate } from "../renderer/compile-template.ts";
import { resolveAsset } from "./asset-address.ts";
import { applyHead } from "./head.ts";
import type { Controller } from "./load-controller.ts";
import { loadController } from "./load-controller.ts";
import { adoptStyles, loadStyles } from "./styles.ts";

/** A page of a mounted app. It keeps its data and its controller while the app is mounted; its nodes only while it shows. */
export interface Page {
  /** Whether the view has links of the app. */
  readonly hasLinks: boolean;
  /** Settles when the controller can run. */
  readonly ready: Promise<void>;
  /** Puts the page in the app's element. */
  show(): void;
  /** Tells the controller that its route was entered; brings what it says to the page. */
  start(params: JsonObject): Promise<void>;
  /** Tells the controller that its route was left, and takes the page away. */
  hide(): void;
  /** Ends the controller. */
  close(): void;
}

interface QueuedMutation {
  mutation: Mutation;
  /** The export that asked for it. */
  origin: string | undefined;
}

/**
 * Loads what a route shows: view, data and styles; the controller comes on its own, so that a slow one delays no page.
 *
 * A TURN is a call of the controller: `start`, a handler, a timer, a frame. Mutations wait until it has returned; then
 * they are carried out in order, the page is rendered once, and the focus goes where it was asked to.
 *
 * @throws RuneError (as a rejection) with a code `view_…`, `data_…` or `package_…`
 */
export async function loadPage(route: Route, app: AppContext): Promise<Page> {
  const { pkg, element, events, window } = app;
  const archive = await import("@rune/archive");
  const [view, initial] = await Promise.all([
    archive.readView(pkg, route.view, app.policy),
    route.data === undefined ? {} : archive.readData(pkg, route.data),
  ]);
  const sheets = await loadStyles(view.styles ?? [], pkg, app.url);

  const queue: QueuedMutation[] = [];
  let controller: Controller | undefined;
  let block: Block | undefined;
  let focusRequest: Element | undefined;
  let frame = 0;
  let takeAway: (() => void)[] = [];

  const target: MutationTarget = {
    document: element.ownerDocument,
    container: element,
    view,
    data: new Map(Object.entries(initial)),
    touched: new Set(),
    refs: new Map(),
    policy: app.policy,
    events,
    links: app.links,
    viewNames: app.manifest.routes.map((each) => each.view),
    isDirty: false,
    resolveAsset: (path) => resolveAsset(path, app),
    report: (error) => app.report(error, { module: route.controller }),
    requestFocus(wanted) {
      focusRequest = wanted;
    },
    call: evaluate,
    handle(name, values) {
      if (controller) turn(name, values);
      // The module is still on its way: the event is not lost.
      else if (route.controller) void ready.then(() => block && turn(name, values), ignore);
      else app.report(handlerUnknown(name, undefined, undefined, []));
    },
    render,
    navigate: app.navigate,
    navigateBack: app.navigateBack,
    showOverlay: app.showOverlay,
    hideOverlay: app.hideOverlay,
  };
  const template = compileTemplate(target, 0);
  const ready = load();
  ready.catch(ignore);

  async function load(): Promise<void> {
    if (route.controller === undefined) return;
    controller = await loadController(route.controller, app, {
      dispatch: (mutation, origin) => queue.push({ mutation, origin }),
      onTimer: (id) => turn("on_timer", [id]),
    });
  }

  /** A function without effects, called by an expression. */
  function evaluate(name: string, values: unknown[]): unknown {
    try {
      const result = controller?.instance.call(name, values);
      return typeof result === "bigint" && Number.isSafeInteger(Number(result)) ? Number(result) : result;
    } catch (error) {
      app.report(error, { module: route.controller, function: name });
      return undefined;
    }
  }

  /** Calls an export and brings what it did to the page. Returns whether it went well; later, where the module suspends. */
  function turn(name: string, values: readonly unknown[]): boolean | Promise<boolean> {
    const instance = controller?.instance;
    if (!instance?.has(name)) {
      const known = instance?.entry.exports.map((each) => each.name) ?? [];
      app.report(handlerUnknown(name, route.controller, findNearest(name, known), known));
      return false;
    }
    const fail = (error: unknown): boolean => {
      app.report(error, { module: route.controller, function: name });
      return false;
    };
    try {
      const result = instance.call(name, values);
      if (instance.suspends)
        return Promise.resolve(result)
          .then(() => true, fail)
          .finally(flush);
    } catch (error) {
      fail(error);
      flush();
      return false;
    }
    flush();
    return true;
  }

  function flush(): void {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { mutation, origin } = next;
      // Who has left the page changes no nodes; the data is there when the page comes back.
      if (!block && !isDataOnly(mutation)) continue;
      try {
        applyMutation(mutation, target);
      } catch (error) {
        app.report(error, { module: route.controller, function: origin });
      }
    }
    if (target.isDirty) render();
    const wanted = focusRequest;
    focusRequest = undefined;
    if (wanted?.isConnected) (wanted as HTMLElement).focus();
  }

  function render(): void {
    target.isDirty = false;
    const shown = block;
    if (shown) events.mute(() => updateBlock(shown));
    target.touched.clear();
  }

  function tick(): void {
    frame = window.requestAnimationFrame(() => {
      void Promise.resolve(turn("tick", [])).then((isWell) => {
        // One report of a broken tick is enough.
        if (isWell && block) tick();
      });
    });
  }

  return {
    hasLinks: view.templates.some(({ bindings }) => bindings.some(({ type }) => type === "link")),
    ready,
    show() {
      takeAway = [adoptStyles(element, sheets), applyHead(element.ownerDocument, view.head, app.manifest.locale)];
      target.isDirty = false;
      const [created, content] = createBlock(template, undefined);
      block = created;
      target.touched.clear();
      events.mute(() => element.replaceChildren(content));
      flush();
    },
    async start(params) {
      await ready;
      const instance = controller?.instance;
      if (!block || !instance) return;
      const start = instance.entry.exports.find(({ name }) => name === "start");
      if (start) await turn("start", start.parameters.length > 0 ? [params] : []);
      if (frame === 0 && instance.has("tick")) tick();
    },
    hide() {
      if (controller?.instance.has("stop")) void turn("stop", []);
      window.cancelAnimationFrame(frame);
      frame = 0;
      block = undefined;
      target.refs.clear();
      events.mute(() => element.replaceChildren());
      for (const undo of takeAway) undo();
    },
    close() {
      controller?.close();
      ready.then(() => controller?.close(), ignore);
    },
  };
}

/** Its catcher has it already. */
function ignore(): void {}

function isDataOnly(mutation: Mutation): boolean {
  return mutation.type === "Batch" ? mutation.mutations.every(isDataOnly) : mutation.type === "UpdateData";
}
