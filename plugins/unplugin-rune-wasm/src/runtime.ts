import { compileModule, createInstance, createTimerTable, openModule as open } from "@rune/host";
import type { HostFunctions, Instance, OpenModuleOptions, OpenedModule } from "@rune/host";
import type { CapabilityName, ModuleEntry } from "@rune/schema";
import { readBytes } from "./core/read-bytes.ts";

/** Where a module is: its bytes in base64 or at a URL, or itself, where the platform compiles modules before code runs. */
export type ModuleSource = string | URL | WebAssembly.Module;

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
 * Starts a module for linear memory. Generated bindings call it.
 * @throws RuneError when the module needs more than log, time, random and timers.
 */
export async function loadModule(source: ModuleSource, entry: ModuleEntry): Promise<Instance> {
  const instance = await createInstance({
    // Whoever imports a module has built it.
    module: isCompiled(source)
      ? source
      : await refuseLate(entry.file, compileModule(await readBytes(source), entry, { trusted: true })),
    entry,
    grants,
    functions: { ...functions, ...timerFunctions((id) => void instance.call("on_timer", [id])) },
  });
  return instance;
}

/**
 * Starts a module of ordinary TypeScript, to be used as the source itself would be. Generated bindings call it.
 * @throws RuneError where the engine lacks WebAssembly with garbage collection.
 */
export async function openModule(
  source: ModuleSource,
  file: string,
  options: Pick<OpenModuleOptions, "createStackMapper" | "units"> = {},
): Promise<OpenedModule> {
  const opening = open(isCompiled(source) ? source : await readBytes(source), {
    ...options,
    file,
    functions: {
      ...functions,
      ...timerFunctions((id) => (opened.exports["on_timer"] as (id: string) => void)(id)),
    },
  });
  const opened = await refuseLate(file, opening);
  return opened;
}

function isCompiled(source: ModuleSource): source is WebAssembly.Module {
  return typeof source === "object" && !(source instanceof URL);
}

/** Says what to do where the platform compiles nothing while code runs. */
async function refuseLate<Result>(file: string, opening: Promise<Result>): Promise<Result> {
  try {
    return await opening;
  } catch (error) {
    const text = String((error as { cause?: unknown }).cause ?? error);
    if (!text.includes("disallowed by embedder")) throw error;
    throw new Error(
      `${file} cannot be compiled here, where code runs: build with \`runeWasm({ target: "workerd" })\`, which compiles it before`,
      { cause: error },
    );
  }
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
