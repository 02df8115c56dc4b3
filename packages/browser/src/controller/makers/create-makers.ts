import type { ViewEntry } from "@rune/schema";
import type { AppContext } from "../../app-context.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";
import type { ControllerSupport, ControllerTypes } from "../../renderer/components/controller.ts";
import { createComponentController } from "./component-controller.ts";
import type { ControllerModule } from "../load-module.ts";

/** What makes the controllers of the components of a page. */
export interface Makers {
  readonly controllers: ControllerSupport;
  /** Lets go of the modules. */
  close(): void;
}

/** Prepares to make the controllers of views; `modules` are those that the views name, by their files. */
export function createMakers(
  views: readonly ViewEntry[],
  modules: ReadonlyMap<string, ControllerModule>,
  app: AppContext,
  page: MutationTarget,
): Makers {
  const holds = [...modules.values()].map((module) => module.hold());
  const makers = new Map(views.map((each) => [each.name, each]));
  const known = new Map<string, ControllerTypes>();
  return {
    controllers: {
      types: (view) => known.get(view),
      create(view, place) {
        const { controller = "", factory = "" } = makers.get(view.name) as ViewEntry;
        const module = modules.get(controller) as ControllerModule;
        const made = createComponentController(module, factory, { app, page, view, place });
        if (!known.has(view.name)) known.set(view.name, made.types);
        return made.controller;
      },
      inspect(action) {
        let inner = action;
        for (const { instance } of modules.values()) {
          const next = inner;
          if (instance.state === "running") inner = () => instance.inspect("(view)", next);
        }
        return inner();
      },
    },
    close() {
      for (const release of holds) release();
    },
  };
}
