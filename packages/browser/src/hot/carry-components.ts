import type { ComponentController, PageControllers } from "../renderer/components/controller.ts";
import type { Controller } from "../page/controller.ts";
import { carryState, type DroppedState } from "./carry-state.ts";
import type { FirstValues } from "./first-values.ts";

/** Controllers that components have left behind, by the names of their views, in the order of the page. */
type Left = Map<string, ComponentController[]>;

/**
 * Has the controllers of components of a page that is about to go continue in the page that comes in its place: the n-th component of a view goes on with
 * the n-th of before. One whose module is another gets the state that still fits. What is returned ends those that nobody goes on with,
 * and gives what was dropped.
 */
export function carryComponents(
  before: PageControllers | undefined,
  after: PageControllers | undefined,
  firstValues: FirstValues,
): () => DroppedState[] {
  const left: Left = new Map();
  const ended: (() => void)[] = [];
  const dropped: DroppedState[] = [];
  if (before) collectLeft(before, left);
  if (after)
    followAttached(after, left, (old, controller) => {
      const { start } = controller;
      if (controller.runs.part === old.runs.part) {
        controller.start = (params) => start(params, true);
        ended.push(() => old.end(true));
        return;
      }
      controller.start = (params) => {
        start(params);
        dropped.push(...carryState(old.view, old.runs.part, controller.runs.part, firstValues));
        controller.runs.module.flush();
        old.end();
      };
    });
  return () => {
    for (const end of ended) end();
    for (const controller of [...left.values()].flat()) controller.end();
    left.clear();
    return dropped;
  };
}

function collectLeft(controllers: PageControllers, left: Left): void {
  controllers.detach = ({ controller }) => {
    if (controller) left.set(controller.view, [...(left.get(controller.view) ?? []), controller]);
  };
}

/** Tells of each controller that comes in the place of one that was left. */
function followAttached(
  controllers: PageControllers,
  left: Left,
  attached: (old: ComponentController, controller: ComponentController) => void,
): void {
  const { attach } = controllers;
  controllers.attach = (occurrence, home, use) => {
    const all = left.get(use.view.name) ?? [];
    const [old] = all;
    if (occurrence.controller || !old) return attach(occurrence, home, use);
    const canShow = makeWith(old.runs, () => attach(occurrence, home, use));
    const { controller } = occurrence;
    if (controller) attached(all.shift() as ComponentController, controller);
    return canShow;
  };
}

/** Who asks the module for a controller meanwhile gets the one that it has. */
function makeWith<T>({ part, module }: Pick<Controller, "part" | "module">, action: () => T): T {
  const { make } = module;
  module.make = () => part;
  try {
    return action();
  } finally {
    module.make = make;
  }
}
