import type { InstanceExports } from "@rune/host";
import type { View } from "@rune/schema";
import type { AppContext } from "../../app-context.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";
import type { ComponentController, ComponentPlace, ControllerTypes } from "../../renderer/components/controller.ts";
import type { ValueType } from "../../renderer/value-type.ts";
import type { runController } from "../run-controller.ts";
import { createComponentTarget } from "./component-target.ts";
import type { ControllerModule } from "../load-module.ts";

/** Where a component shows. */
export interface ShownComponent {
  readonly app: AppContext;
  readonly page: MutationTarget;
  readonly view: View;
  readonly place: ComponentPlace;
}

/**
 * Makes the controller of a component that comes to show.
 *
 * @throws RuneError with a code `guest_…` or `module_…`
 */
export function createComponentController(
  module: ControllerModule,
  factory: string,
  run: typeof runController,
  { app, page, view, place }: ShownComponent,
): { controller: ComponentController; types: ControllerTypes } {
  const part = module.make(factory);
  const changeName = (name: string): string => `${view.name} ${name}`;
  const target = createComponentTarget(page, view, place);
  const { data, changed, touched } = target;
  const assigns = part.variables.filter((name) => place.props.get(name) !== undefined);
  for (const name of assigns) data.set(name, place.props.get(name));
  const controller = run(part, { module, assigns, emitted: place.emitted }, app, target);
  changed.clear();
  const { turn, state } = controller;
  return {
    types: readTypes(part, changeName),
    controller: {
      view: view.name,
      runs: controller,
      data,
      takeChanges() {
        const names = Array.from(changed, changeName);
        changed.clear();
        touched.clear();
        return names;
      },
      assign(name, value) {
        state.assign(name, value);
      },
      enter(name, value) {
        state.assign(name, value);
        changed.add(name);
        target.isDirty = true;
      },
      handle: (name, values) => void turn(name, values),
      call: controller.evaluate,
      start(params, isSwap) {
        if (!target.isGone) void controller.start(params, isSwap);
      },
      end(isSwap) {
        controller.stop(isSwap);
        target.isGone = true;
        controller.close();
      },
    },
  };
}

/** What is known of all controllers that are made like this one; nothing of this one is kept. */
function readTypes(
  { reader, variables, exports }: InstanceExports,
  changeName: ControllerTypes["changeName"],
): ControllerTypes {
  const types = new Map<string, ValueType | undefined>(variables.map((name) => [name, reader?.variable(name)?.type]));
  const results = new Map(
    exports.flatMap(({ name, pure }) => (pure ? [[name, reader?.function(name)?.type] as const] : [])),
  );
  return { variable: (name) => types.get(name), function: (name) => results.get(name), changeName };
}
