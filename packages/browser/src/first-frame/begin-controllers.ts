import { compileModule, createInstance } from "@rune/host";
import type { HostFunctions, Instance, InstanceExports } from "@rune/host";
import type { Manifest, ModuleEntry } from "@rune/schema";

/** The controller of a page, layout or component, as the manifest names it. */
export interface ControllerPlace {
  readonly controller?: string | undefined;
  readonly factory?: string | undefined;
}

/** What a controller has before anything has happened. */
export interface BegunController {
  readonly values: ReadonlyMap<string, unknown>;
  /**
   * Calls a function that changes nothing.
   * @throws Error of any kind where it fails, or needs the host
   */
  call(name: string, values: readonly unknown[]): unknown;
}

/** Begins the controllers of one frame. */
export interface Beginnings {
  /** Gets the modules of controllers ready. */
  load(places: readonly ControllerPlace[]): Promise<void>;
  /**
   * Begins a controller that is given values for its variables; those of other names it does not see. `undefined` for one of which nothing is
   * known before it runs where it belongs.
   */
  begin(place: ControllerPlace, given: ReadonlyMap<string, unknown>): BegunController | undefined;
  /** How often modules have asked for what only their host could give, also where they went on without it. */
  asked(): number;
  end(): void;
}

/** A module that runs without a host. */
interface LoneModule {
  readonly instance: Instance;
  /** How often it has asked for what only its host could give. */
  asked(): number;
}

/** What depends on where and when it is asked: on the time zone, the language. */
const LOCAL = /^(?:date|intl)_|locale/i;

/** What a module may ask for without an answer: logs, and timers that nobody waits for here. */
const UNANSWERED = new Set(["log_debug", "log_info", "log_warn", "log_error", "set_timeout", "set_interval"]);

/**
 * Begins the controllers of one frame. Their modules run in their sandbox without a host, with the fuel of one turn: what they make of nothing but
 * themselves is the same at each build and in each browser.
 */
export function createBeginnings(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Beginnings {
  const modules = new Map<string, LoneModule | undefined>();
  const assets = new Map(
    manifest.assets.flatMap(({ file, name = file }) => (files.has(file) ? [[name, files.get(file)!]] : [])),
  );
  const load = async (file: string): Promise<LoneModule | undefined> => {
    const entry = manifest.modules.find((each) => each.file === file);
    const bytes = files.get(file);
    return entry && bytes && start(entry, bytes, assets).catch(() => undefined);
  };
  return {
    async load(places) {
      for (const file of new Set(places.map(({ controller }) => controller))) {
        if (file !== undefined) modules.set(file, await load(file));
      }
    },
    begin({ controller: file = "", factory }, given) {
      const module = modules.get(file);
      if (!module || module.asked() > 0) return undefined;
      try {
        const { instance } = module;
        const part = factory === undefined ? instance : instance.controller(factory);
        for (const name of part.variables) if (given.has(name)) part.assign(name, given.get(name));
        const values = new Map(part.variables.map((name) => [name, part.read(name)]));
        return module.asked() > 0 ? undefined : { values, call: (name, given) => call(module, part, name, given) };
      } catch {
        // It fails in the page again, which says so.
        return undefined;
      }
    },
    asked: () => [...modules.values()].reduce((sum, module) => sum + (module?.asked() ?? 0), 0),
    end() {
      for (const module of modules.values()) module?.instance.stop();
    },
  };
}

function call(module: LoneModule, part: InstanceExports, name: string, values: readonly unknown[]): unknown {
  const result = part.call(name, values);
  if (module.asked() > 0) throw new Error(`${name} needs its host`);
  return result;
}

/** Only what is bounded runs: modules that count their fuel. */
async function start(
  entry: ModuleEntry,
  bytes: Uint8Array,
  assets: ReadonlyMap<string, Uint8Array>,
): Promise<LoneModule | undefined> {
  if (entry.abi !== "gc") return undefined;
  const module = await compileModule(bytes, entry, { trusted: false });
  if (WebAssembly.Module.imports(module).some(({ name }) => LOCAL.test(name))) return undefined;
  let asked = 0;
  const ask = (): never => {
    asked++;
    throw new Error("there is no host");
  };
  const answer = (name: string): HostFunctions[string] => {
    if (name === "assets_fetch") return (path: string) => assets.get(path);
    return UNANSWERED.has(name) ? () => {} : ask;
  };
  const functions: HostFunctions = Object.fromEntries(entry.imports.map((name) => [name, answer(name)]));
  const grants = new Set(entry.capabilities);
  // How busy the machine is shall make no difference.
  const fuel = { milliseconds: Infinity };
  const instance = await createInstance({ module, entry, grants, functions, fuel, report: () => {} });
  return instance.suspends ? undefined : { instance, asked: () => asked };
}
