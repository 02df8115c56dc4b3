import type { Instance, TimerTable } from "@rune/host";
import type { ModuleEntry, Mutation } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { createClipboard } from "../providers/clipboard.ts";
import { createLogger } from "../providers/logger.ts";

/** A page's controller and its timers. */
export interface Controller {
  readonly instance: Instance;
  /** Ends the controller for good. */
  close(): void;
}

/** Where the controller's effects go. */
export interface ControllerHost {
  dispatch(mutation: Mutation, origin: string | undefined): void;
  onTimer(id: string): void;
}

/**
 * Compiles and starts a page's controller with what the app was granted.
 *
 * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
 */
export async function loadController(file: string, app: AppContext, page: ControllerHost): Promise<Controller> {
  const { manifest, pkg, grants, storage, window } = app;
  const entry = manifest.modules.find((module) => module.file === file) as ModuleEntry;
  const [host, module, assets] = await Promise.all([
    import("@rune/host"),
    pkg.read(file).then((bytes) => WebAssembly.compile(bytes as BufferSource)),
    entry.imports.includes("assets_fetch") ? loadAssets(app) : undefined,
  ]);
  let instance: Instance | undefined;
  const report = (error: unknown): void => app.report(error, { module: file, function: instance?.running });
  const timers: TimerTable = host.createTimerTable({
    clock: {
      setTimeout: (callback, ms) => window.setTimeout(callback, ms),
      clearTimeout: (handle) => window.clearTimeout(handle as number),
    },
    onTimer: page.onTimer,
    report,
  });
  const functions = host.createClientFunctions({
    entry,
    log: createLogger(console),
    storage,
    timers,
    report,
    dispatch: (mutation) => page.dispatch(mutation, instance?.running),
    ...(assets && { assets: (path: string) => assets.get(path) }),
    ...(grants.has("clipboard") && { clipboard: createClipboard(window.navigator) }),
  });
  instance = await host.createInstance({ module, entry, grants, functions });
  return {
    instance,
    close() {
      timers.clearAll();
      instance.stop();
    },
  };
}

/** `assets_fetch` answers at once, so the bytes have to be there before. */
async function loadAssets({ manifest, pkg }: AppContext): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(await Promise.all(manifest.assets.map(async ({ file }) => [file, await pkg.read(file)] as const)));
}
