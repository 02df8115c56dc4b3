import { describe, expect, it } from "vitest";
import { compileModule, createInstance } from "../../../host/src/index.ts";
import type { HostFunctions, Instance } from "../../../host/src/index.ts";
import type { CompiledModule, ControllerOptions } from "../../src/engines/compiled-module.ts";
import { compileTypeScriptModule, createCompileSession } from "../../src/typescript/index.ts";

const store = `
  export let visits = 0;
  export const log: string[] = [];
  export function visit(by: string): number { log.push(by); return ++visits; }
`;
const home = `
  import { visit } from "../../store.ts";
  export { visits } from "../../store.ts";
  export let count = 1;
  export let items: { title: string }[] = [{ title: "a" }];
  class Steps { n = 0; next(): number { return ++this.n; } }
  const steps = new Steps();
  export enum Kind { First, Second }
  export function inc(by: number): number { count += by; visit("home"); return steps.next(); }
  export function twice(): number { return count * 2; }
  export const has = (item: { title: string }): boolean => items.includes(item);
  export async function later(): Promise<number> { await null; return (count = 100); }
  export function fail(): void { throw new Error("broken"); }
  export { inc as add };
`;
const card = `
  import { log, visit } from "../store.ts";
  export let open = false;
  export let size: Size | undefined;
  var hidden = 0;
  const grow = () => ++hidden;
  class Size { static made = 0; constructor(public readonly width: number) { Size.made++; } get area() { return this.width * hidden; } }
  for (const step of [1, 2]) grow();
  export function toggle(): number { open = !open; grow(); size = new Size(hidden); return visit("card"); }
  export function made(): number { return Size.made; }
  export function seen(): string { return log.join(); }
  export default function describe(name: string): string { return name + ":" + hidden; }
`;
const files: Record<string, string> = {
  "app/store.ts": store,
  "app/pages/home/controller.ts": home,
  "app/components/card.ts": card,
};
const controllers: ControllerOptions[] = [
  { name: "pages/home", file: "app/pages/home/controller.ts", assigns: ["count", "items"] },
  { name: "components/card", file: "app/components/card.ts", many: true, assigns: ["open"] },
];

function input(sources: Record<string, string> = files) {
  return { file: "app/(controllers).ts", source: "", readFile: (path: string) => sources[path] };
}

async function compile(release: boolean): Promise<CompiledModule> {
  const { module, diagnostics } = await compileTypeScriptModule(input(), {
    release,
    fuel: true,
    controllers,
    sourceMap: release ? false : "inline",
  });
  expect(diagnostics).toEqual([]);
  return module!;
}

async function start(compiled: CompiledModule, functions: HostFunctions = {}): Promise<Instance> {
  const { bytes, exports, imports, features, capabilities, limits } = compiled;
  const made = compiled.controllers?.map(({ name, exports: own }) => ({ name, exports: own })) ?? [];
  const entry = {
    file: "logic/home.wasm",
    kind: "controller" as const,
    abi: "gc" as const,
    exports,
    imports,
    features,
    capabilities,
    limits,
    controllers: made,
  };
  const module = await compileModule(bytes, entry);
  return createInstance({ module, entry, grants: new Set(capabilities), functions });
}

describe.each([
  ["development", false],
  ["release", true],
])("controllers of one module, %s", (_mode, release) => {
  it("are made when they are asked for, with what they import once", async () => {
    const instance = await start(await compile(release));
    const page = instance.controller("pages/home");
    const first = instance.controller("components/card");
    const second = instance.controller("components/card");
    expect(page.call("inc", [2])).toBe(1);
    expect([first.call("toggle"), first.call("toggle"), second.call("toggle")]).toEqual([2, 3, 4]);
    expect(page.read("visits")).toBe(4);
    expect(first.call("seen")).toBe("home,card,card,card");
  });

  it("have a state of their own where they are made many times", async () => {
    const instance = await start(await compile(release));
    const [first, second] = [instance.controller("components/card"), instance.controller("components/card")];
    first.call("toggle");
    first.call("toggle");
    second.call("toggle");
    expect([first.read("open"), second.read("open")]).toEqual([false, true]);
    expect([first.call("made"), second.call("made")]).toEqual([2, 1]);
    expect([first.call("default", ["x"]), second.call("default", ["y"])]).toEqual(["x:4", "y:3"]);
    expect([first.read("size"), second.read("size")]).toMatchObject([{ width: 4 }, { width: 3 }]);
    first.assign("open", true);
    expect([first.read("open"), second.read("open")]).toEqual([true, true]);
  });

  it("keep the identity of what the host hands back, and take what it assigns", async () => {
    const instance = await start(await compile(release));
    const page = instance.controller("pages/home");
    const [item] = page.read("items") as object[];
    expect(page.call("has", [item])).toBe(true);
    expect(page.call("has", [{ title: "a" }])).toBe(false);
    page.assign("count", 20);
    page.assign("items", [{ title: "b" }]);
    expect([page.call("twice"), page.read("items")]).toEqual([40, [{ title: "b" }]]);
    expect(() => page.assign("visits", 1)).toThrow(/cannot be assigned|constant/);
    expect(await page.call("later")).toBe(100);
    expect(page.read("count")).toBe(100);
  });

  it("are read without converting what they hold", async () => {
    const instance = await start(await compile(release));
    const [first, second] = [instance.controller("components/card"), instance.controller("components/card")];
    first.call("toggle");
    const area = (part: typeof first): unknown =>
      part.inspect("(view)", () => {
        const variable = part.reader?.variable("size");
        const value = variable?.read();
        if (variable?.type.kind !== "guest" || typeof value !== "object" || value === null) return undefined;
        return variable.type.member("area")?.read(value);
      });
    expect([area(first), area(second)]).toEqual([9, undefined]);
  });

  it("are what runs when their functions run, and stop with their instance", async () => {
    const instance = await start(await compile(release));
    const page = instance.controller("pages/home");
    expect(() => page.call("fail")).toThrow(/`fail`.*broken/);
    expect(instance.caller).toBeUndefined();
    instance.stop();
    expect(() => page.call("twice")).toThrow(/stopped/);
    expect(() => instance.controller("pages/home")).toThrow(/stopped/);
  });
});

it("describes what each controller exports", async () => {
  const { controllers: described, exports } = await compile(false);
  expect(exports.map(({ name }) => name)).toEqual(["pages/home", "components/card"]);
  expect(
    described?.map(({ name, exports: own }) => [name, own.map((each) => [each.name, each.pure ?? false])]),
  ).toEqual([
    [
      "pages/home",
      [
        ["inc", false],
        ["twice", true],
        ["later", false],
        ["fail", true],
        ["has", true],
        ["add", false],
      ],
    ],
    [
      "components/card",
      [
        ["toggle", false],
        ["made", true],
        ["seen", true],
        ["default", true],
      ],
    ],
  ]);
  expect(described?.[0]).toMatchObject({
    variables: [
      { name: "visits", type: "f64", writable: true, initial: 0 },
      { name: "count", type: "f64", writable: true, initial: 1 },
      { name: "items", type: "json", writable: true, initial: [{ title: "a" }] },
      { name: "Kind", type: "json", writable: false },
    ],
    dependencies: ["app/store.ts"],
  });
});

it("names the author's place of what a controller throws", async () => {
  const instance = await start(await compile(false));
  expect(() => instance.controller("pages/home").call("fail")).toThrow("app/pages/home/controller.ts:13:40");
});

it("calls the timers of all controllers by one export", async () => {
  const source = `export let fired = 0; export function start(): void { setTimeout(() => { fired++; }, 5); }`;
  const { module } = await compileTypeScriptModule(input({ "app/a.ts": source, "app/b.ts": source }), {
    release: false,
    controllers: [
      { name: "a", file: "app/a.ts" },
      { name: "b", file: "app/b.ts", many: true },
    ],
  });
  const ids: string[] = [];
  const functions = { set_timeout: (id: string) => void ids.push(id), set_interval() {}, clear_timer: () => false };
  const { bytes, exports, imports, features, capabilities, limits } = module!;
  const entry = {
    file: "a.wasm",
    kind: "controller" as const,
    abi: "gc" as const,
    exports,
    imports,
    features,
    capabilities,
    limits,
    controllers: module!.controllers!.map(({ name, exports: own }) => ({ name, exports: own })),
  };
  const instance = await createInstance({
    module: await compileModule(bytes, entry, { trusted: true }),
    entry,
    grants: new Set(capabilities),
    functions,
  });
  const [a, b] = [instance.controller("a"), instance.controller("b")];
  a.call("start");
  b.call("start");
  instance.call("on_timer", [ids[1]]);
  expect([a.read("fired"), b.read("fired")]).toEqual([0, 1]);
});

it("lets a controller that is made once be imported, as the module that it is", async () => {
  const { module, diagnostics } = await compileTypeScriptModule(
    input({
      "app/a.ts": `export let n = 0; export function inc(): number { return ++n; }`,
      "app/b.ts": `import { inc } from "./a.ts"; inc(); export function more(): number { return inc(); }`,
    }),
    {
      release: false,
      fuel: true,
      controllers: [
        { name: "a", file: "app/a.ts" },
        { name: "b", file: "app/b.ts" },
      ],
    },
  );
  expect(diagnostics).toEqual([]);
  const instance = await start(module!);
  const a = instance.controller("a");
  expect(a.read("n")).toBe(0);
  expect(instance.controller("b").call("more")).toBe(2);
  expect(a.read("n")).toBe(2);
});

it("refuses the import of a controller that is made many times", async () => {
  const { diagnostics } = await compileTypeScriptModule(
    input({
      "app/card.ts": `export let open = false; export interface Card { open: boolean }`,
      "app/a.ts": `import type { Card } from "./card.ts";\nimport { open } from "./card.ts"; export const a: Card = { open };`,
    }),
    {
      controllers: [
        { name: "a", file: "app/a.ts" },
        { name: "card", file: "app/card.ts", many: true },
      ],
    },
  );
  expect(diagnostics).toMatchObject([
    { code: "typescript_controller_imported", file: "app/a.ts", range: { start: { line: 2, column: 22 } } },
  ]);
});

it("compiles again after an edit what it would compile anew", async () => {
  const session = createCompileSession();
  const options = { release: false, controllers };
  const edit = (from: string, to: string) => ({ ...files, "app/pages/home/controller.ts": home.replace(from, to) });
  await compileTypeScriptModule(input(), options, session);
  for (const sources of [edit("count * 2", "count * 3"), edit('"broken"', '"torn"'), files]) {
    const again = await compileTypeScriptModule(input(sources), options, session);
    const anew = await compileTypeScriptModule(input(sources), options);
    expect(again.diagnostics).toEqual([]);
    expect(again.module?.bytes).toEqual(anew.module?.bytes);
  }
});
