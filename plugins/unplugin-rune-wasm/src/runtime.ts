import { compileModule, createInstance, createTimerTable, openModule as openBytes } from "@rune/host";
import type { HostFunctions, Instance, OpenModuleOptions, OpenedModule } from "@rune/host";
import type { CapabilityName, ModuleEntry } from "@rune/schema";
import { readBytes } from "./core/read-bytes.ts";

/** What a module gets that is imported into ordinary code, which has no page and no package. */
const grants: ReadonlySet<CapabilityName> = new Set<CapabilityName>(["log", "time", "random", "timers"]);

const functions: HostFunctions = {
  log_debug: (text: string) => console.debug(text),
  log_info: (text: string) => console.info(text),
  log_warn: (text: string) => console.warn(text),
  log_error: (text: string) => console.error(text),
  get_time_ms: () => BigInt(Date.now()),
  get_random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
  uuid_v4: () => crypto.randomUUID(),
};

/**
 * Starts a module from its bytes: in base64, or at a URL. Generated bindings call it.
 * @throws RuneError when the module needs more than log, time, random and timers.
 */
export async function loadModule(source: string | URL, entry: ModuleEntry): Promise<Instance> {
  const instance = await createInstance({
    // Whoever imports a module has built it.
    module: await compileModule(await readBytes(source), entry, { trusted: true }),
    entry,
    grants,
    functions: { ...functions, ...timerFunctions((id) => void instance.call("on_timer", [id])) },
  });
  return instance;
}

/**
 * Starts a module of ordinary TypeScript from its bytes, in base64 or at a URL, to be used as the source itself would be. Generated bindings call it.
 * @throws RuneError where the engine lacks WebAssembly with garbage collection.
 */
export async function openModule(
  source: string | URL,
  file: string,
  options: Pick<OpenModuleOptions, "createStackMapper"> = {},
): Promise<OpenedModule> {
  const opened = await openBytes(await readBytes(source), {
    ...options,
    file,
    functions: {
      ...functions,
      ...timerFunctions((id) => (opened.exports["on_timer"] as (id: string) => void)(id)),
    },
  });
  return opened;
}

/** Host functions for timers; `fire` is called with the name of one whose time has come. */
function timerFunctions(fire: (id: string) => void): HostFunctions {
  const timers = createTimerTable({
    clock: {
      setTimeout: (callback, ms) => setTimeout(callback, ms),
      clearTimeout: (handle) => clearTimeout(handle as Parameters<typeof clearTimeout>[0]),
    },
    onTimer: fire,
    report(error) {
      throw error;
    },
    limit: Infinity,
  });
  return {
    set_timeout: (id: string, ms: number) => timers.set(id, ms, false),
    set_interval: (id: string, ms: number) => timers.set(id, ms, true),
    clear_timer: (id: string) => timers.clear(id),
  };
}
