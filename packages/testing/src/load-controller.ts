import { OWN_TIMER, compileModule, createInstance } from "@rune/host";
import type { InstanceExports } from "@rune/host";
import type { ServerConnection } from "@rune/host/server";
import { findNearest, isRuneError } from "@rune/schema";
import type { CapabilityName, JsonObject, Manifest, ModuleEntry, Mutation, Route } from "@rune/schema";
import type { AppOptions } from "./build-app.ts";
import { buildApp } from "./build-app.ts";
import { createFunctions } from "./create-functions.ts";
import { drain } from "./drain.ts";
import type { TestProviders } from "./test-providers.ts";

/** How a controller is loaded in a test. */
export interface ControllerOptions extends AppOptions {
  /**
   * Whether the app is trusted as the page itself is: with `false` it must do without the browser's regular expressions.
   * @default true, as in the host pages that a build writes
   */
  trusted?: boolean;
  /** What stands behind the app's capabilities. */
  providers?: TestProviders;
  /** The way to the app's services. Without it their calls are rejected. */
  server?: ServerConnection;
  /**
   * Capabilities that the app may have of those that it asks for.
   * @default all that it asks for
   */
  grants?: readonly CapabilityName[];
  /** Takes what the controller survives, such as an unknown mutation. @default it becomes an unhandled error, which fails the test */
  onError?: (error: Error) => void;
}

type Assignable<Exports> = { -readonly [Name in keyof Exports]: Exports[Name] };

/** A controller that runs by itself, without a view. */
export interface TestController<Exports> {
  /**
   * What it exports: functions to call, variables to read, and to assign those that the app's pages assign, too. An object is the same at
   * each read, and brought up to date by it.
   */
  readonly exports: Assignable<Exports>;
  /** What it has asked its page to do, in order: `rune.update_data`, `rune.navigate` and the like. */
  readonly mutations: readonly Mutation[];
  /** What it has told the view around it, by `rune.emit`. */
  readonly events: readonly { readonly name: string; readonly detail: unknown }[];
  /** What it has sent to the page around the app, by `rune.send_to_host`. */
  readonly messages: readonly unknown[];
  /** Waits until nothing is left to run but timers and answers from outside. */
  settled(): Promise<void>;
  /** Ends it: timers run no more, calls fail. */
  stop(): void;
  [Symbol.dispose](): void;
}

/**
 * Builds an app and starts a controller of it, as WebAssembly, without a view. `start` is not called: a test
 * does that, with the parameters that it wants.
 *
 * ```ts
 * const home = await loadController<typeof import("../app/pages/home/controller.ts")>("home");
 * home.exports.add(2);
 * expect(home.exports.count).toBe(2);
 * ```
 *
 * @param view Name of the page, its folder below `pages`, or of a layout or component, such as `components/card`
 * @throws BuildError or RuneError (as a rejection); Error where there is no such view or it has no controller
 */
export async function loadController<Exports extends object = Record<string, unknown>>(
  view: string,
  options: ControllerOptions = {},
): Promise<TestController<Exports>> {
  const { providers = {}, server, grants, onError = failTest, trusted = true, ...app } = options;
  const { manifest, files } = await buildApp(app);
  const route = findMaker(manifest, view);
  const entry = manifest.modules.find(({ file }) => file === route.controller) as ModuleEntry;
  const bytes = files.get(entry.file) as Uint8Array;
  const mutations: Mutation[] = [];
  const events: { name: string; detail: unknown }[] = [];
  const messages: unknown[] = [];
  const functions = createFunctions({
    manifest,
    entry,
    files,
    providers,
    server,
    report: onError,
    dispatch: (mutation) => mutations.push(mutation),
    emit: (name, detail) => events.push({ name, detail }),
    send: (message) => messages.push(message),
    onTimer: (id) => void (id.startsWith(OWN_TIMER) ? instance : part).call("on_timer", [id]),
  });
  const instance = await createInstance({
    module: await compileModule(bytes, entry, { trusted }),
    entry,
    grants: new Set(grants ?? manifest.capabilities.map(({ name }) => name)),
    functions: functions.table,
    report: onError,
    // How busy the machine is shall make no difference.
    fuel: { milliseconds: Infinity },
  });
  const part: InstanceExports = route.factory === undefined ? instance : instance.controller(route.factory);
  assignData(part, route, files);
  const stop = (): void => {
    functions.close();
    instance.stop();
  };
  return {
    exports: createNamespace(part) as Assignable<Exports>,
    mutations,
    events,
    messages,
    settled: drain,
    stop,
    [Symbol.dispose]: stop,
  };
}

/** Where a controller is, and what it begins with. */
type Maker = Pick<Route, "controller" | "factory" | "data" | "assigns"> & { readonly name: string };

function findMaker({ routes, views }: Manifest, name: string): Maker {
  const makers: Maker[] = [
    ...routes.map((route) => ({ ...route, name: route.view })),
    ...views.filter(({ controller }) => controller !== undefined),
  ];
  const maker = makers.find((each) => each.name === name);
  const names = makers.map((each) => each.name);
  const near = findNearest(name, names);
  if (!maker) {
    throw new Error(
      `The app has no page or component ${JSON.stringify(name)}.${near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`} It has ${names.join(", ")}`,
    );
  }
  if (maker.controller === undefined) throw new Error(`${JSON.stringify(name)} has no controller`);
  return maker;
}

/** What the page's data says of the controller's variables. */
function assignData(
  part: InstanceExports,
  { data, assigns = [] }: Maker,
  files: ReadonlyMap<string, Uint8Array>,
): void {
  if (data === undefined || assigns.length === 0) return;
  const values = JSON.parse(new TextDecoder().decode(files.get(data))) as JsonObject;
  for (const name of assigns) part.assign(name, values[name]);
}

/** What a controller exports as an object, as a namespace import would have it. */
function createNamespace(part: InstanceExports): object {
  const namespace = {};
  for (const { name } of part.exports)
    Object.defineProperty(namespace, name, {
      enumerable: true,
      value: (...values: unknown[]) => part.call(name, values),
    });
  for (const name of part.variables)
    Object.defineProperty(namespace, name, {
      enumerable: true,
      get: () => part.read(name),
      set: (value: unknown) => {
        try {
          part.assign(name, value);
        } catch (error) {
          throw isRuneError(error) && error.code === "guest_variable_constant" ? unassigned(name, error) : error;
        }
      },
    });
  return Object.preventExtensions(namespace);
}

function unassigned(name: string, cause: Error): Error {
  return new Error(
    `\`${name}\` cannot be assigned from outside: no data.json, \`data-model\`, prop or \`rune.update_data\` of the app does. Call a function of the controller that assigns it.`,
    { cause },
  );
}

function failTest(error: Error): void {
  // A rejection that nobody takes is what every test framework tells.
  void Promise.reject(error);
}
