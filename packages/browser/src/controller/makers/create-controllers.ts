import type { JsonObject, ViewEntry } from "@rune/schema";
import type { AppContext } from "../../app-context.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";
import { updateBlock } from "../../renderer/block.ts";
import type { Home } from "../../renderer/block.ts";
import type { ComponentUse, ControllerTypes, PageControllers } from "../../renderer/components/controller.ts";
import type { Prop } from "../../renderer/components/names.ts";
import type { Occurrence } from "../../renderer/components/occurrence.ts";
import { createChange } from "../../renderer/reads.ts";
import type { ControllerModule } from "../load-module.ts";
import type { runController } from "../run-controller.ts";
import { createComponentController } from "./component-controller.ts";
import { emitTo } from "./component-events.ts";

/** Prepares to make the controllers of components of a page, whose views `entries` are. */
export function createControllers(
  entries: readonly ViewEntry[],
  app: AppContext,
  page: () => MutationTarget,
): PageControllers {
  const makers = new Map(entries.map((each) => [each.name, each]));
  const modules = new Map<string, ControllerModule>();
  const known = new Map<string, ControllerTypes>();
  const stale = new Set<Occurrence>();
  const arrivals: ((params: JsonObject) => void)[] = [];
  const departures: (() => void)[] = [];
  let run: typeof runController | undefined;
  let params: JsonObject | undefined;
  let holds: (() => void)[] = [];

  const isMade = (view: string): boolean => run !== undefined && makers.has(view);
  const depart = (): void => {
    for (const leave of departures.splice(0)) leave();
  };

  function make(occurrence: Occurrence, home: Home, { view, props }: ComponentUse): void {
    const { controller: file = "", factory = "" } = makers.get(view.name) as ViewEntry;
    const module = modules.get(file) as ControllerModule;
    const { controller, types } = createComponentController(module, factory, run as typeof runController, {
      app,
      page: page(),
      view,
      place: {
        props: new Map(props.map((prop, i) => [prop.name, toHost(prop, occurrence.item[i])])),
        refs: occurrence.refs,
        changed: () => stale.add(occurrence),
        emitted: (name, detail) => emitTo(home, occurrence, name, detail),
      },
    });
    occurrence.controller = controller;
    if (!known.has(view.name)) known.set(view.name, types);
    arrivals.push((given) => {
      controller.start(given);
      const waiting = occurrence.waiting.splice(0);
      for (const act of waiting) {
        try {
          act(controller);
        } catch (error) {
          page().report(error, view.name);
        }
      }
      if (waiting.length > 0) module.flush();
    });
  }

  return {
    has: (view) => makers.has(view),
    types: (view) => known.get(view),
    // What the page does when it starts comes first, so that it is the same whether controllers are there early or late.
    delays: (view) => !params && isMade(view),
    attach(occurrence, home, use) {
      if (occurrence.controller || !params || !isMade(use.view.name)) return true;
      try {
        make(occurrence, home, use);
        return true;
      } catch (error) {
        page().report(error, use.view.name);
        return false;
      }
    },
    give(occurrence, { view, props }, before) {
      props.forEach((prop, i) => {
        const item = occurrence.item[i];
        if (Object.is(before[i], item) || !known.get(view.name)?.variable(prop.name)) return;
        const value = toHost(prop, item);
        try {
          occurrence.controller?.assign(prop.name, value);
        } catch (error) {
          // What is not there leaves the variable what it is.
          if (value !== undefined) page().report(error, view.name);
        }
      });
    },
    detach({ controller }) {
      if (controller) departures.push(() => controller.end());
    },
    async load() {
      const loaded = await import("../index.ts").then((all) => ({ load: all.loadModule, run: all.runController }));
      const files = new Set(entries.map(({ controller = "" }) => controller));
      await Promise.all([...files].map(async (file) => modules.set(file, await loaded.load(file, app, true))));
      holds = [...modules.values()].map((module) => module.hold());
      run = loaded.run;
    },
    start(given) {
      const isFirst = !params;
      params = given;
      return isFirst;
    },
    inspect(action) {
      let inner = action;
      for (const { instance } of modules.values()) {
        const next = inner;
        if (instance.state === "running") inner = () => instance.inspect("(view)", next);
      }
      return inner();
    },
    update() {
      const all = [...stale].sort((a, b) => a.index - b.index);
      stale.clear();
      for (const { block, controller } of all) {
        // It may have gone meanwhile.
        if (!block || !controller || block.isGone) continue;
        updateBlock(block, createChange(new Set(controller.takeChanges())));
      }
    },
    settle() {
      depart();
      if (params) for (const arrive of arrivals.splice(0)) arrive(params);
    },
    hide() {
      params = undefined;
      arrivals.length = 0;
      depart();
    },
    close() {
      for (const release of holds) release();
    },
  };
}

/** A value as a controller can be given it. */
function toHost({ computed: { type } }: Prop, value: unknown): unknown {
  return type.kind === "guest" ? type.toHost(value) : value;
}
