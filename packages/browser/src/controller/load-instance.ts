import { compileModule, createClientFunctions, createInstance, createTimerTable } from "@rune/host";
import type { HostFunctions, Instance, InstanceExports } from "@rune/host";
import type { CapabilityName, ModuleEntry, Mutation } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { findReceiver } from "../providers/deliver-json.ts";
import { createLogger } from "../providers/logger.ts";
import type { ProviderModule } from "../providers/provider.ts";
import { createStateStorage } from "../providers/state-storage.ts";

/** A module that runs, and what ends it. */
export interface LoadedInstance {
  readonly instance: Instance;
  /** Ends a timer, by the id that `startTimer` gave it. */
  clearTimer(id: string): void;
  close(): void;
}

/** A timer of a module. */
export interface StartedTimer {
  /** As it is called among those of the whole module. */
  readonly name: string;
  /** As the guest calls it. */
  readonly id: string;
  readonly repeats: boolean;
  readonly caller: InstanceExports | undefined;
}

/** Where the effects of a module go. */
export interface InstanceEffects {
  /** `origin` is the function that asked for it, `caller` what that belongs to. */
  dispatch(mutation: Mutation, origin: string | undefined, caller: InstanceExports | undefined): void;
  /** What belongs to `caller` emits an event. */
  emit(name: string, detail: unknown, caller: InstanceExports | undefined): void;
  /** What a timer of `caller` is called among those of the whole module. */
  nameTimer(id: string, caller: InstanceExports | undefined): string;
  /** A timer is to be started by what belongs to `caller`. Returns whether it may. */
  startTimer(timer: StartedTimer): boolean;
  /** Calls an export because something happened. */
  turn(name: string, values: readonly unknown[]): unknown;
  /** The module has run by itself. */
  onJob(): void;
}

/** What stands behind capabilities that few apps have; each loads with the first controller of one that was granted it. */
const providers: Partial<Record<CapabilityName, () => Promise<ProviderModule>>> = {
  clipboard: () => import("../providers/clipboard.ts"),
  http: () => import("../providers/http.ts"),
  server: () => import("../providers/server.ts"),
};

/**
 * Compiles and starts a module with what the app was granted.
 *
 * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
 */
export async function loadInstance(file: string, app: AppContext, effects: InstanceEffects): Promise<LoadedInstance> {
  const { manifest, pkg, grants, window, providers: own } = app;
  const entry = manifest.modules.find((module) => module.file === file) as ModuleEntry;
  const [module, assets, ...loaded] = await Promise.all([
    pkg.read(file).then((bytes) => compileModule(bytes, entry, app)),
    entry.imports.includes("assets_fetch") ? loadAssets(app) : undefined,
    // Also for a module that imports nothing of it: services may send something to one.
    ...[...grants].map((name) => providers[name]?.()),
    usesMessages(entry) ? import("../providers/host-messages/index.ts") : undefined,
    entry.imports.includes("file_bytes") ? import("../providers/files/index.ts") : undefined,
  ]);
  let instance: Instance | undefined;
  const report = (error: unknown): void => app.report(error, { module: file, function: instance?.running });
  const turn = (name: string, values: readonly unknown[]): unknown => instance && effects.turn(name, values);
  const provided = loaded.flatMap((each) => (each ? each.provide({ app, entry, report, turn }) : []));
  const timers = createTimerTable({
    clock: own.timers ?? window,
    onTimer: (id) => turn("on_timer", [id]),
    report,
  });
  const functions: HostFunctions = Object.assign(
    createClientFunctions({
      entry,
      log: own.log ?? createLogger(console),
      storage:
        own.state ??
        createStateStorage(app.stateId, () => window[app.storage === "local" ? "localStorage" : "sessionStorage"]),
      ...(own.time && { clock: own.time }),
      ...(own.random && { random: own.random }),
      timers: {
        ...timers,
        set(id, ms, repeats) {
          const caller = instance?.caller;
          const name = effects.nameTimer(id, caller);
          if (effects.startTimer({ name, id, repeats, caller })) timers.set(name, ms, repeats);
        },
        clear: (id) => timers.clear(effects.nameTimer(id, instance?.caller)),
      },
      emit: (name, detail) => effects.emit(name, detail, instance?.caller),
      report,
      dispatch: (mutation) => effects.dispatch(mutation, instance?.running, instance?.caller),
      assets,
    }),
    ...provided.map((each) => each.functions),
  );
  const close = (): void => {
    timers.clearAll();
    for (const each of provided) each.close?.();
    instance?.stop();
  };
  try {
    const fuel = app.fuel === undefined ? {} : { fuel: { budget: app.fuel } };
    instance = await createInstance({ module, entry, grants, functions, report, onJob: effects.onJob, ...fuel });
    return { instance, clearTimer: timers.clear, close };
  } catch (error) {
    // What the module has begun while it started does not outlive it.
    close();
    throw error;
  }
}

/** To be told something takes no capability, so it is not the grants that say whether messages are needed. */
function usesMessages(entry: ModuleEntry): boolean {
  return entry.imports.includes("send_to_host") || findReceiver(entry, "on_host_message") !== undefined;
}

/** `assets_fetch` answers at once, so the bytes have to be there before. */
async function loadAssets({ manifest, pkg }: AppContext): Promise<(path: string) => Uint8Array | undefined> {
  const files = new Map<string, Uint8Array>();
  await Promise.all(manifest.assets.map(async ({ file, name = file }) => files.set(name, await pkg.read(file))));
  return (path) => files.get(path);
}
