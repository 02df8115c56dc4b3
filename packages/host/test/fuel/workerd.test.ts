import { join } from "node:path";
import { Miniflare } from "miniflare";
import { build, type Rollup } from "vite";
import { expect, it } from "vitest";
import { sourceAliases } from "../../../../scripts/source-aliases.mjs";
import { compileTypeScriptModule } from "../../../compiler/src/typescript/index.ts";
import { unitsModule } from "../../src/strings/index.ts";

const source = `function spin(n: number): number {
  let sum = n;
  for (;;) sum += 1; // loop
}
export function loop(): number { return spin(1); }
export function hoard(): number {
  const kept: number[][] = [];
  for (;;) kept.push([1, 2, 3]); // hoard
}
export function join(text: string, count: number): string {
  let joined = "";
  for (let i = 0; i < count; i++) joined += text + i;
  return joined;
}
`;

/** Cloudflare's engine compiles modules before a worker starts. */
const main = (entry: object): string => `import { createInstance } from "./host.js";
import module from "./home.wasm";
import units from "./units.wasm";
const entry = ${JSON.stringify(entry)};
export default {
  async fetch(request) {
    const { name, values } = await request.json();
    const instance = await createInstance({ module, units, entry, grants: new Set(), functions: {}, fuel: { budget: 20_000_000 } });
    try {
      return Response.json({ value: instance.call(name, values), state: instance.state });
    } catch ({ code, data }) {
      return Response.json({ code, location: data.location, state: instance.state });
    }
  },
};
`;

async function bundleHost(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: sourceAliases() },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, "../../src/create-instance.ts"), formats: ["es"], fileName: "host" },
      rollupOptions: { output: { codeSplitting: false } },
    },
  })) as Rollup.RollupOutput[];
  return output[0]?.output[0].code ?? "";
}

it("stops guests in workerd at the author's place, and the worker answers on", async () => {
  const { module } = await compileTypeScriptModule(
    { file: "home.ts", source, readFile: () => undefined },
    { release: false, fuel: true, sourceMap: "inline" },
  );
  const { bytes, exports, imports, abi } = module!;
  const entry = {
    file: "home.wasm",
    kind: "controller",
    abi,
    exports,
    imports,
    features: [],
    capabilities: [],
    limits: {},
  };
  const worker = new Miniflare({
    modules: [
      { type: "ESModule", path: "main.js", contents: main(entry) },
      { type: "ESModule", path: "host.js", contents: await bundleHost() },
      { type: "CompiledWasm", path: "home.wasm", contents: bytes.slice() },
      { type: "CompiledWasm", path: "units.wasm", contents: unitsModule },
    ],
    compatibilityDate: "2026-04-01",
  });
  const call = async (name: string, values: unknown[] = []): Promise<unknown> => {
    const response = await worker.dispatchFetch("http://localhost/", {
      method: "POST",
      body: JSON.stringify({ name, values }),
    });
    return response.json();
  };
  const lineOf = (mark: string): number => source.split("\n").findIndex((line) => line.endsWith(`// ${mark}`)) + 1;
  try {
    expect(await call("join", ["ä", 3])).toEqual({ value: "ä0ä1ä2", state: "running" });
    for (const name of ["loop", "hoard"]) {
      expect(await call(name)).toMatchObject({
        code: "guest_out_of_fuel",
        location: { file: "home.ts", line: lineOf(name) },
        state: "stopped",
      });
    }
    expect(await call("join", ["b", 1])).toEqual({ value: "b0", state: "running" });
  } finally {
    await worker.dispose();
  }
});
