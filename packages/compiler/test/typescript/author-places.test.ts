import { createStackMapper } from "@rune/schema/source-map";
import { describe, expect, it } from "vitest";
import { compileModule, createInstance, openModule } from "../../../host/src/index.ts";
import type { Instance } from "../../../host/src/index.ts";
import { compileTypeScriptModule, explainTrap } from "../../src/typescript/index.ts";
import type { CompiledModule } from "../../src/engines/index.ts";

/** Each exported function fails at the place that a comment on its line names. */
const source = `interface Item { next: Item | undefined; value: number }
function read(item: Item): number {
  return item.next!.value; // nothing
}
const deep = (n: number): number => deep(n + 1) + 1; // overflow
export function nothing(): number {
  return read({ next: undefined, value: 1 });
}
export function overflow(): number {
  return deep(0);
}
export function thrown(): number {
  return [1, 2].map((n) => {
    if (n === 2) throw new RangeError("two"); // thrown
    return n;
  }).length;
}
function spin(n: number): number {
  let sum = n;
  for (;;) sum += 1; // endless
}
export function endless(): number {
  return spin(1);
}
export function hoard(): number {
  const kept: number[][] = [];
  for (;;) kept.push([1, 2, 3]); // hoard
}
export async function later(): Promise<void> {
  await undefined;
  throw new TypeError("late"); // later
}
export function inner(): string {
  return String(new Error("made").stack); // inner
}
`;

/** [export, function, what is thrown] */
const failures = [
  ["nothing", "read", "TypeError"],
  ["overflow", "deep", "RangeError"],
  ["thrown", undefined, "RangeError"],
  ["later", "later", "TypeError"],
] as const;

const lineOf = (mark: string): number => source.split("\n").findIndex((line) => line.endsWith(`// ${mark}`)) + 1;

async function compile(release: boolean): Promise<CompiledModule> {
  const { module, diagnostics } = await compileTypeScriptModule(
    { file: "src/a solver.ts", source, readFile: () => undefined },
    { release, fuel: true, sourceMap: release ? true : "inline" },
  );
  expect(diagnostics).toEqual([]);
  return module!;
}

async function instantiate({ bytes, exports }: CompiledModule): Promise<Instance> {
  const entry = {
    file: "logic/home.wasm",
    kind: "controller" as const,
    abi: "gc" as const,
    exports,
    imports: [],
    features: [],
    capabilities: [],
    limits: {},
  };
  const module = await compileModule(bytes, entry);
  return createInstance({ module, entry, grants: new Set(), functions: {}, fuel: { budget: 10_000_000 } });
}

const caught = async (action: () => unknown): Promise<Error & { code?: string; data?: Record<string, unknown> }> => {
  try {
    await action();
  } catch (error) {
    return error as Error;
  }
  throw new Error("it has not failed");
};

describe("in development", () => {
  it.each(failures)("the stack of what an imported module throws is the author's: %s", async (name, inner, kind) => {
    const { bytes } = await compile(false);
    const { exports } = await openModule(bytes, { file: "src/a solver.ts", functions: {}, createStackMapper });
    const error = await caught(exports[name] as () => unknown);
    expect(error.name).toBe(kind);
    const frame = error.stack?.split("\n").find((line) => line.startsWith("    at "));
    expect(frame).toMatch(
      new RegExp(`${inner === undefined ? "at " : `at ${inner} \\(`}src/a solver\\.ts:${lineOf(name)}:\\d+\\)?$`),
    );
    expect(error.stack).not.toMatch(/wasm-function|rune:/);
  });

  it("so are those of traps, and what the program reads itself", async () => {
    const { bytes } = await compile(false);
    const { exports } = await openModule(bytes, { file: "src/a solver.ts", functions: {}, createStackMapper });
    expect((exports["inner"] as () => string)()).toMatch(
      new RegExp(`^Error: made\n    at inner \\(src/a solver\\.ts:${lineOf("inner")}:\\d+\\)`),
    );
    // Nobody refills the fuel of a module that is imported: it traps.
    const trap = await caught(exports["endless"] as () => unknown);
    expect(trap).toBeInstanceOf(WebAssembly.RuntimeError);
    expect(trap.stack).toMatch(
      /\n {4}at spin \(src\/a solver\.ts:\d+:\d+\)\n {4}at endless \(src\/a solver\.ts:\d+:\d+\)/,
    );
  });

  it.each([...failures, ["endless", "spin", "guest_out_of_fuel"], ["hoard", "hoard", "guest_out_of_fuel"]] as const)(
    "errors of a controller tell place and frame: %s",
    async (name, inner, kind) => {
      const instance = await instantiate(await compile(false));
      const { code, data, message } = await caught(() => instance.call(name));
      expect(code).toBe(kind.startsWith("guest") ? kind : "guest_threw");
      const { file, line } = data!["location"] as { file: string; line: number };
      expect(file).toBe("src/a solver.ts");
      expect(line).toBe(lineOf(name));
      expect(data?.["function"]).toBe(inner === name ? undefined : inner);
      expect(message).toContain(`(src/a solver.ts:${line}:`);
      expect(data?.["frame"]).toMatch(new RegExp(`^> +${line} [|] .*// ${name}$`, "m"));
    },
  );
});

describe("in production", () => {
  // Where Binaryen has made one function of everything, the library's too, the author's place is gone.
  it.each(failures.filter(([name]) => name !== "nothing"))(
    "stacks and offsets become places with the map of the build: %s",
    async (name, _inner, kind) => {
      const module = await compile(true);
      const error = await caught(() => instantiate(module).then((instance) => instance.call(name)));
      expect(error.data?.["location"]).toBeUndefined();
      const cause = error.cause as Error;
      expect(cause.name).toBe(kind);
      const { stack, place } = explainTrap(String(cause.stack), module.sourceMap!);
      expect(place?.file).toBe("src/a solver.ts");
      expect(place?.line).toBe(lineOf(name));
      expect(stack).not.toContain("wasm-function");
    },
  );

  it("names functions by the source, where the module has no names", async () => {
    const module = await compile(true);
    const error = await caught(() => instantiate(module).then((instance) => instance.call("overflow")));
    expect(explainTrap(String((error.cause as Error).stack), module.sourceMap!).place?.function).toBe("deep");
    const offsets = error.data?.["offsets"] as number[];
    expect(explainTrap(offsets, module.sourceMap!).place).toMatchObject({ line: lineOf("overflow"), function: "deep" });
  });

  it("keeps frames that are not of the module, and stacks without any", async () => {
    const { sourceMap } = await compile(true);
    const stack = "Error: x\n    at f (file:///a.js:1:2)\n    at wasm://wasm/other-0a1b2c3d:wasm-function[1]:0x10";
    expect(explainTrap(stack, sourceMap!)).toEqual({ stack });
  });
});
