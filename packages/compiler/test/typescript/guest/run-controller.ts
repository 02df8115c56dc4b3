import { compileSource } from "@rune/compiler/engines";
import { compileModule, createClientFunctions, createInstance } from "@rune/host";
import type { ClientFunctionOptions, HostFunctions, Instance } from "@rune/host";
import type { ModuleEntry, Mutation } from "@rune/schema";

/** A controller that runs, and everything that it asked for, in order. */
export interface RunningController {
  instance: Instance;
  entry: ModuleEntry;
  asked: unknown[];
}

/** Compiles a controller of ordinary TypeScript and starts it over a host that notes what it is asked for. */
export async function runController(
  source: string,
  options: Partial<ClientFunctionOptions> = {},
  assigns: readonly string[] = [],
  more: HostFunctions = {},
): Promise<RunningController> {
  const input = { file: "controller.ts", source, readFile: () => undefined };
  const { module, diagnostics } = await compileSource(input, { assigns });
  if (!module) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const { exports, imports, features, capabilities, limits } = module;
  const entry: ModuleEntry = {
    file: "controller.wasm",
    kind: "controller",
    abi: "gc",
    exports,
    imports,
    features,
    capabilities,
    limits,
  };
  const asked: unknown[] = [];
  const log = (level: string) => (text: string) => void asked.push(`${level}: ${text}`);
  const state = new Map<string, Uint8Array>();
  const keyOf = (key: Uint8Array): string => new TextDecoder().decode(key);
  const functions = createClientFunctions({
    entry,
    log: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
    storage: {
      get: (key) => state.get(keyOf(key)),
      set: (key, value) => void state.set(keyOf(key), value),
      delete: (key) => state.delete(keyOf(key)),
      clear: () => state.clear(),
    },
    timers: {
      set: (id, ms, repeats) => void asked.push({ id, ms, repeats }),
      clear: (id) => id === "known",
    },
    dispatch: (mutation: Mutation) => void asked.push(mutation),
    report: (error) => void asked.push(error),
    clock: () => 1_700_000_000_000,
    random: (bytes) => bytes.fill(128),
    ...options,
  });
  const instance = await createInstance({
    module: await compileModule(module.bytes, entry, { trusted: true }),
    entry,
    grants: new Set(capabilities),
    functions: { ...functions, ...more },
  });
  return { instance, entry, asked };
}
