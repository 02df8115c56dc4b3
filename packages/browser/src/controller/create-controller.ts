import type { AppContext } from "../app-context.ts";
import type { Controller } from "../page/controller.ts";
import type { MutationTarget } from "../page/mutation-target.ts";
import { loadModule } from "./load-module.ts";
import { runController } from "./run-controller.ts";

/** Where the controller of a page is. */
export interface ControllerReference {
  /** File of its module. */
  module: string;
  /** The module's export that makes it; without one the module itself is it. */
  factory?: string | undefined;
  /** Names in the data that initialise its variables. */
  assigns?: readonly string[] | undefined;
}

/**
 * Starts the controller of a page, or has one that is `given` go on with this one.
 *
 * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
 */
export async function createController(
  { module: file, factory, assigns }: ControllerReference,
  app: AppContext,
  target: MutationTarget,
  given?: Controller,
): Promise<Controller> {
  if (given) return runController(given.part, { module: given.module, assigns }, app, target);
  const module = await loadModule(file, app, factory !== undefined);
  const { instance } = module;
  const part = factory === undefined ? instance : instance.controller(factory);
  return runController(part, { module, assigns }, app, target);
}
