import { compileModule, createInstance, createTimerTable } from "@rune/host";
import type { HostFunctions, Instance } from "@rune/host";
import type { CapabilityName, ModuleEntry } from "@rune/schema";

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
 * Starts a module from its bytes in base64. Generated bindings call it.
 * @throws RuneError when the module needs more than log, time, random and timers.
 */
export async function loadModule(bytes: string, entry: ModuleEntry): Promise<Instance> {
  const binary = Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0));
  const timers = createTimerTable({
    clock: {
      setTimeout: (callback, ms) => setTimeout(callback, ms),
      clearTimeout: (handle) => clearTimeout(handle as Parameters<typeof clearTimeout>[0]),
    },
    onTimer: (id) => void instance.call("on_timer", [id]),
    report(error) {
      throw error;
    },
    limit: Infinity,
  });
  const instance = await createInstance({
    module: await compileModule(binary, entry),
    entry,
    grants,
    functions: {
      ...functions,
      set_timeout: (id: string, ms: number) => timers.set(id, ms, false),
      set_interval: (id: string, ms: number) => timers.set(id, ms, true),
      clear_timer: (id: string) => timers.clear(id),
    },
  });
  return instance;
}
