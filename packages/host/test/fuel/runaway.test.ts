import { describe, expect, it } from "vitest";
import { compileTypeScriptModule } from "../../../compiler/src/typescript/index.ts";
import type { Instance } from "../../src/index.ts";
import { compileModule, createInstance } from "../../src/index.ts";

const source = `
interface Item { next: Item | undefined; text: string }
function spin(n: number): number { let sum = 0; for (;;) sum += n; return sum; }
function nest(n: number): number { let sum = 0; for (let i = 0; i < 8; i++) sum += n > 200 ? i : nest(n + 1); return sum; }
function hoard(): number { const kept: Item[] = []; let last: Item | undefined; for (;;) { last = { next: last, text: "x" }; kept.push(last); } }
function swell(): number { let text = "x"; for (let i = 0; i < 1e9; i++) text += i; return text.length; }
export function loop(): number { return spin(1); }
export function recurse(): number { return nest(1); }
export function collect(): number { return hoard(); }
export function build(): number { return swell(); }
export function caught(): number { for (;;) { try { spin(1); } catch { spin(2); } finally { spin(3); } } }
export async function wait(): Promise<void> { for (;;) await undefined; }
export function dates(): string { let all = ""; for (let i = 0; i < 1500; i++) all = new Date(i * 864e5).toLocaleDateString("en-GB", { day: "2-digit", month: "short" }); return all; }
export function add(a: number, b: number): number { return a + b; }
`;

async function start(release: boolean): Promise<Instance> {
  const { module } = await compileTypeScriptModule(
    { file: "home.ts", source, readFile: () => undefined },
    { release, fuel: true },
  );
  const { exports, imports, abi } = module!;
  const entry = {
    file: "home.wasm",
    kind: "controller" as const,
    abi,
    exports,
    imports,
    features: [],
    capabilities: ["time" as const],
    limits: {},
  };
  const compiled = await compileModule(module!.bytes, entry);
  return createInstance({
    module: compiled,
    entry,
    grants: new Set(["time"]),
    functions: { get_time_ms: () => 0n },
    report: (error) => failures.push(error),
    fuel: { budget: 20_000_000 },
  });
}

const failures: Error[] = [];

describe.each([
  ["in development", false],
  ["as a release", true],
])("a module that never ends, %s", (_name, release) => {
  it.each([
    ["loop", "spin"],
    ["recurse", "nest"],
    ["collect", "hoard"],
    ["build", "swell"],
    ["caught", "spin"],
  ])("stops: %s", async (name, inner) => {
    const instance = await start(release);
    expect(instance.call("add", [1, 2])).toBe(3);
    const stopped = expect.objectContaining({
      code: "guest_out_of_fuel",
      message: expect.stringContaining(release ? `\`${name}\` of \`home.wasm\`` : `in \`${inner}\``) as string,
    });
    expect(() => instance.call(name)).toThrow(stopped);
    expect(instance.state).toBe("stopped");
    expect(() => instance.call("add", [1, 2])).toThrow(expect.objectContaining({ code: "instance_stopped" }));
  });

  it("lets one write many dates in a format that it has made once", async () => {
    const instance = await start(release);
    expect(instance.call("dates")).toBe(
      new Date(1499 * 864e5).toLocaleDateString("en-GB", { day: "2-digit", month: "short" }),
    );
  });

  it("stops one that awaits for ever, and the page goes on", async () => {
    const instance = await start(release);
    failures.length = 0;
    void instance.call("wait");
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(failures).toEqual([expect.objectContaining({ code: "guest_out_of_fuel" })]);
    expect(instance.state).toBe("stopped");
  });
});

it("refuses a module without fuel unless it is trusted", async () => {
  const { module } = await compileTypeScriptModule(
    { file: "home.ts", source, readFile: () => undefined },
    { release: false },
  );
  const entry = {
    file: "home.wasm",
    kind: "controller" as const,
    abi: module!.abi,
    exports: module!.exports,
    imports: [],
    features: [],
    capabilities: [],
    limits: {},
  };
  await expect(compileModule(module!.bytes, entry)).rejects.toMatchObject({ code: "module_fuel_missing" });
  await expect(compileModule(module!.bytes, entry, { trusted: true })).resolves.toBeInstanceOf(WebAssembly.Module);
});
