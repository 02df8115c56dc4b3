import type { JsonObject, Route } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { controllerMissing } from "../messages.ts";
import type { Controller } from "./controller.ts";
import { createTarget } from "./create-target.ts";
import { applyHead } from "./head.ts";
import { ROUTE } from "../renderer/reads.ts";
import { loadViews } from "./load-views.ts";

/** A page of a mounted app. It keeps its data and its controller while the app is mounted; its nodes only while it shows. */
export interface Page {
  /** Whether the view has links of the app. */
  readonly hasLinks: boolean;
  /** Whether the controller says who may enter. */
  readonly isGuarded: boolean;
  /** Settles when the controller can run. */
  readonly ready: Promise<unknown>;
  /**
   * Asks the controller whether the page may be entered. Returns its answer.
   *
   * @throws RuneError (as a rejection) where the controller cannot be loaded, or its guard fails
   */
  guard(visit: JsonObject): Promise<unknown>;
  /** Puts the page in the app's element. */
  show(): void;
  /** Tells the controller that its route was entered, and brings what it does to the page. */
  start(params: JsonObject): Promise<void>;
  /** Tells the controller that its route was left, and takes the page away. */
  hide(): void;
  /** Ends the controller. */
  close(): void;
}

/**
 * Loads what a route shows: view, data and styles. The controller comes on its own, so that a slow one delays no page.
 *
 * @throws RuneError (as a rejection) with a code `view_…`, `data_…` or `package_…`
 */
export async function loadPage(route: Route, app: AppContext): Promise<Page> {
  const { pkg, element, events, verifier } = app;
  const [loaded, data] = await Promise.all([
    loadViews(route.view, app),
    route.data === undefined ? {} : verifier.readData(pkg, route.data),
  ]);
  const { view } = loaded;
  // The page's own come last: what it says of its components holds.
  const all = [...loaded.views.values()].reverse();
  const styles = [...new Set(all.flatMap((each) => each.styles ?? []))];
  const sheets = await verifier.loadStyles(styles, pkg, app.url, app.policy, app.window);
  const makers = app.manifest.views.filter((each) => each.factory !== undefined && loaded.views.has(each.name));
  let controller: Controller | undefined;
  let closeComponents: (() => void) | undefined;
  let takeAway: (() => void)[] = [];

  const target = createTarget(loaded, data, route, app, {
    call: (name, values) => controller?.evaluate(name, values),
    handle(name, values) {
      if (route.controller === undefined) app.report(controllerMissing(name));
      else if (controller) controller.turn(name, values);
      // The module is still on its way: the event waits for it.
      else ready.then((loaded) => target.block && loaded?.turn(name, values), ignore);
    },
    enter(action) {
      if (controller) controller.enter(action);
      else if (route.controller !== undefined || (makers.length > 0 && !target.controllers)) {
        ready.then((loaded) => {
          if (!target.block) return;
          if (loaded) loaded.enter(action);
          else enterData(action);
        }, ignore);
      } else enterData(action);
    },
    hasController: (view) => makers.some(({ name }) => name === view),
  });
  const ready = loadController();
  ready.catch(ignore);

  function enterData(action: () => void): void {
    target.isDirty = true;
    target.inspect(action);
    target.settle();
  }

  async function loadController(): Promise<Controller | undefined> {
    const { controller: module } = route;
    if (module === undefined && makers.length === 0) return undefined;
    const { createController, loadMakers } = await import("../controller/index.ts");
    const made = makers.length > 0 ? await loadMakers(makers, app, target) : undefined;
    closeComponents = made?.close;
    target.controllers = made?.controllers;
    if (module === undefined) {
      // What shows already knows of no controllers.
      target.connect(undefined);
      target.settle();
    } else controller = await createController({ ...route, module }, app, target);
    return controller;
  }

  return {
    hasLinks: all.some(({ templates }) =>
      templates.some(({ bindings }) => bindings.some(({ type }) => type === "link")),
    ),
    isGuarded: hasGuard(route, app),
    ready,
    guard: async (visit) => (await ready)?.ask("guard", [visit]),
    show() {
      takeAway = [
        verifier.adoptStyles(element, sheets),
        applyHead(element.ownerDocument, view.head, app.manifest.locale),
      ];
      events.mute(() => element.replaceChildren(target.show()));
      target.settle();
    },
    async start(params) {
      const loaded = await ready;
      if (!target.block) return;
      // Components that have controllers have waited for it.
      if (!target.params && target.controllers) target.isStale = true;
      target.params = params;
      // Other parameters make other links active.
      target.changed.add(ROUTE);
      target.isDirty = true;
      await loaded?.start(params);
      target.settle();
    },
    hide() {
      controller?.stop();
      target.hide();
      events.mute(() => element.replaceChildren());
      for (const undo of takeAway) undo();
    },
    close() {
      ready.then((loaded) => {
        loaded?.close();
        closeComponents?.();
      }, ignore);
    },
  };
}

function hasGuard({ controller, factory }: Route, { manifest }: AppContext): boolean {
  const module = manifest.modules.find(({ file }) => file === controller);
  const part = factory === undefined ? module : module?.controllers?.find(({ name }) => name === factory);
  return part?.exports.some(({ name }) => name === "guard") ?? false;
}

/** Who waits for it in earnest has it already. */
function ignore(): void {}
