import type { ModuleInterface } from "@rune/schema";
import { insertFuel } from "../../../compiler/src/wasm/index.ts";
import { compileModule, createClientFunctions, createInstance } from "../../src/index.ts";
import type { CreateInstanceOptions, HostFunctions, Instance } from "../../src/index.ts";
import { assembleWat, createEntry } from "../compile-wat.ts";

/** What a hostile module is run with. */
export interface HostileOptions {
  /** Host functions that it imports; all are granted. */
  imports?: string[];
  functions?: HostFunctions;
  /** What it says of its exports. */
  described?: unknown;
  /** Names that its manifest declares. @default ["run"] */
  exports?: string[];
  rest?: Partial<CreateInstanceOptions>;
}

const capabilities = ["log", "state", "time", "random", "ui", "timers"] as const;

/** Compiles, checks and starts a module as a host does that does not trust it. The text gets fuel, as a patient attacker would add it. */
export async function startHostile(wat: string, options: HostileOptions = {}): Promise<Instance> {
  const { imports = [], functions = {}, described, exports = ["run"], rest } = options;
  const { bytes } = insertFuel({ bytes: assembleWat(`(module ${wat})`), positions: [] });
  const entry = createEntry(Object.fromEntries(exports.map((name) => [name, [[]]])), {
    abi: "gc",
    imports,
    capabilities: [...capabilities],
  });
  const client = createClientFunctions({
    entry,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    storage: { get: () => undefined, set: () => {}, delete: () => false, clear: () => {} },
    timers: { set: () => {}, clear: () => false },
    dispatch: () => {},
    report: () => {},
  });
  const module = await compileModule(
    described === undefined ? new Uint8Array(bytes) : describe(bytes, described),
    entry,
  );
  return createInstance({
    module,
    entry,
    grants: new Set(capabilities),
    functions: { ...client, ...functions },
    fuel: { budget: 20_000_000 },
    ...rest,
  });
}

/** A module with an interface in it: an object, or the text of one. */
function describe(bytes: Uint8Array, described: unknown): Uint8Array {
  const text =
    typeof described === "string" ? described : JSON.stringify(described satisfies ModuleInterface | unknown);
  const name = Buffer.from("rune:interface");
  const content = Buffer.concat([Buffer.from([name.length]), name, Buffer.from(text)]);
  const size: number[] = [];
  for (let rest = content.length; size.length < 5; rest >>>= 7) size.push((rest & 0x7f) | (size.length < 4 ? 0x80 : 0));
  return new Uint8Array(Buffer.concat([bytes, Buffer.from([0, ...size]), content]));
}
