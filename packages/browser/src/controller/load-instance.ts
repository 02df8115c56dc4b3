import { compileModule, createClientFunctions, createInstance, createTimerTable } from "@rune/host";
import type { Instance } from "@rune/host";
import type { ModuleEntry, Mutation } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { createClipboard } from "../providers/clipboard.ts";
import { createLogger } from "../providers/logger.ts";
import { createStateStorage } from "../providers/state-storage.ts";

/** A module that runs, and what ends it. */
export interface LoadedInstance {
  readonly instance: Instance;
  close(): void;
}

/** Where the effects of a module go. */
export interface InstanceEffects {
  /** `origin` is the export that asked for it. */
  dispatch(mutation: Mutation, origin: string | undefined): void;
  onTimer(id: string): void;
  /** The module has run by itself. */
  onJob(): void;
}

/**
 * Compiles and starts a module with what the app was granted.
 *
 * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
 */
export async function loadInstance(file: string, app: AppContext, effects: InstanceEffects): Promise<LoadedInstance> {
  const { manifest, pkg, grants, window } = app;
  const entry = manifest.modules.find((module) => module.file === file) as ModuleEntry;
  const [module, assets, provider] = await Promise.all([
    pkg.read(file).then((bytes) => compileModule(bytes, entry, app)),
    entry.imports.includes("assets_fetch") ? loadAssets(app) : undefined,
    entry.imports.includes("http_fetch") ? import("../providers/http.ts") : undefined,
  ]);
  const http = provider?.createHttp(manifest);
  let instance: Instance | undefined;
  const report = (error: unknown): void => app.report(error, { module: file, function: instance?.running });
  const timers = createTimerTable({
    clock: {
      setTimeout: (callback, ms) => window.setTimeout(callback, ms),
      clearTimeout: (handle) => window.clearTimeout(handle as number),
    },
    onTimer: effects.onTimer,
    report,
  });
  const functions = createClientFunctions({
    entry,
    log: createLogger(console),
    storage: createStateStorage(manifest.id, () => window[app.storage === "local" ? "localStorage" : "sessionStorage"]),
    timers,
    report,
    dispatch: (mutation) => effects.dispatch(mutation, instance?.running),
    assets,
    // A module that was not granted the clipboard cannot import its functions.
    clipboard: createClipboard(window.navigator),
    ...http,
  });
  const created = await createInstance({ module, entry, grants, functions, report, onJob: effects.onJob });
  instance = created;
  return {
    instance: created,
    close() {
      timers.clearAll();
      http?.close();
      created.stop();
    },
  };
}

/** `assets_fetch` answers at once, so the bytes have to be there before. */
async function loadAssets({ manifest, pkg }: AppContext): Promise<(path: string) => Uint8Array | undefined> {
  const files = new Map<string, Uint8Array>();
  await Promise.all(manifest.assets.map(async ({ file }) => files.set(file, await pkg.read(file))));
  return (path) => files.get(path);
}
