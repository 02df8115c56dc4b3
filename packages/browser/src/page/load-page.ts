import type { JsonObject, Route } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { AppSheet } from "./adopt-styles.ts";
import type { Controller } from "./controller.ts";
import { createTarget, type PageTarget } from "./create-target.ts";
import { Awaited } from "../renderer/awaited.ts";
import { ROUTE } from "../renderer/reads.ts";
import { loadViews } from "./load-views.ts";

/** What a view has beside it. */
export type PageParts = Omit<Route, "pattern" | "layouts">;

/** A page or layout of a mounted app. It keeps its data and its controller while the app is mounted; its nodes only while it shows. */
export interface Page {
  /** Whether the view has links of the app. */
  readonly hasLinks: boolean;
  /** Whether the controller says who may enter. */
  readonly isGuarded: boolean;
  /** Settles when the controller can run, with it. */
  readonly ready: Promise<Controller | undefined>;
  readonly target: PageTarget;
  /** The parameters that it was started with, as JSON; empty before that. */
  readonly started: string;
  /**
   * Asks the controller whether the page may be entered. Returns its answer.
   *
   * @throws RuneError (as a rejection) where the controller cannot be loaded, or its guard fails
   */
  guard(visit: JsonObject): Promise<unknown>;
  /** Its style sheets, each of which another may come in the place of. */
  readonly sheets: AppSheet[];
  /** Of a layout that shows, the element for what it is around. */
  readonly outlet: Element | undefined;
  /** Puts the page in an element. */
  show(container: Element): void;
  /**
   * Tells the controller that its route was entered, and brings what it does to the page. A layout that `stays` hears of it
   * where it asks for parameters and these are others. In a swap the controller goes on, and hears nothing.
   */
  start(params: JsonObject, stays?: boolean, isSwap?: boolean): Promise<void>;
  /** Tells the controller that its route was left, and takes the page away. */
  hide(isSwap?: boolean): void;
  /** Ends the controller. */
  close(): void;
}

/**
 * Loads a part of what a route shows: view, data and styles. The controller comes on its own, so that a slow one delays no page; or it is one that
 * is `given`, and goes on.
 *
 * @throws RuneError (as a rejection) with a code `view_…`, `data_…` or `package_…`
 */
export async function loadPage(route: PageParts, app: AppContext, given?: Controller): Promise<Page> {
  const { pkg, element, events, verifier } = app;
  const [loaded, data] = await Promise.all([
    loadViews(route.view, app),
    route.data === undefined ? {} : verifier.readData(pkg, route.data),
  ]);
  const { view } = loaded;
  // The page's own come last: what it says of its components holds.
  const all = [...loaded.views.values()].reverse();
  const styles = [...new Set(all.flatMap((each) => each.styles ?? []))];
  const sheets = await verifier.loadStyles(styles, app);
  // Controllers of components; that of a layout is there once.
  const makers = app.manifest.views.filter(
    (each) => each.factory !== undefined && each.name !== view.name && loaded.views.has(each.name),
  );
  const controllers =
    makers.length > 0
      ? (await import("../controller/makers/index.ts")).createControllers(makers, app, () => target)
      : undefined;
  let controller: Controller | undefined;
  let takeAway: (() => void)[] = [];
  let started = "";

  const target = createTarget(loaded, data, route, app, {
    missing,
    call: (name, values) => (controller ? controller.evaluate(name, values) : missing()),
    handle(name, values) {
      if (route.controller === undefined) app.report(verifier.controllerMissing(name));
      else if (controller) controller.turn(name, values);
      // The module is still on its way: the event waits for it.
      else whenThere((loaded) => loaded.turn(name, values));
    },
    enter(action) {
      if (controller) controller.enter(action);
      else if (route.controller !== undefined) whenThere((loaded) => loaded.enter(action));
      else if (action) {
        target.isDirty = true;
        target.inspect(action);
      } else target.settle();
    },
    controllers,
  });
  const ready = loadController();
  ready.catch(ignore);

  function whenThere(action: (loaded: Controller) => void): void {
    ready.then((loaded) => target.block && loaded && action(loaded), ignore);
  }

  function missing(): undefined {
    if (route.controller !== undefined && !controller) throw new Awaited(whenThere);
  }

  async function loadController(): Promise<Controller | undefined> {
    await controllers?.load();
    if (route.controller === undefined) return undefined;
    const { createController } = await import("../controller/index.ts");
    controller = await createController({ ...route, module: route.controller }, app, target, given);
    return controller;
  }

  return {
    hasLinks: loaded.support.linking !== undefined,
    isGuarded: hasGuard(route, app),
    ready,
    target,
    get started() {
      return started;
    },
    guard: async (visit) => (await ready)?.ask("guard", [visit]),
    sheets,
    get outlet() {
      const at = view.templates[0]?.bindings.findIndex(({ type }) => type === "outlet") ?? -1;
      return target.block?.nodes[at] as Element | undefined;
    },
    show(container) {
      if (loaded.drawings) app.drawings ??= loaded.drawings.watchUses(element, app.report);
      takeAway = [
        verifier.enterPage(app, sheets),
        () => target.head?.leave(),
        () => events.mute(() => container.replaceChildren()),
      ];
      events.mute(() => {
        const content = target.show();
        if (app.frame) app.frame.place(container, content, target);
        else container.replaceChildren(content);
      });
      target.settle();
    },
    async start(params, stays, isSwap) {
      const loaded = await ready;
      if (!target.block) return;
      // Components that have controllers have waited for it.
      if (controllers?.start(params)) target.isStale = true;
      // Another route makes other links active.
      target.changed.add(ROUTE);
      target.isDirty = true;
      const entered = JSON.stringify(params);
      if (!stays || (loaded?.takesParams && entered !== started)) await loaded?.start(params, isSwap);
      started = entered;
      target.settle();
    },
    hide(isSwap) {
      controller?.stop(isSwap);
      target.hide();
      for (const undo of takeAway) undo();
    },
    close() {
      ready.then((loaded) => {
        loaded?.close();
        controllers?.close();
      }, ignore);
    },
  };
}

function hasGuard({ controller, factory }: PageParts, { manifest }: AppContext): boolean {
  const module = manifest.modules.find(({ file }) => file === controller);
  const part = factory === undefined ? module : module?.controllers?.find(({ name }) => name === factory);
  return part?.exports.some(({ name }) => name === "guard") ?? false;
}

/** Who waits for it in earnest has it already. */
function ignore(): void {}
