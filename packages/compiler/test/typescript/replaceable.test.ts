import { expect, it } from "vitest";
import { compileModule, createInstance } from "../../../host/src/index.ts";
import type { Instance } from "../../../host/src/index.ts";
import { compileTypeScriptModule } from "../../src/typescript/index.ts";

const source = `
  interface Todo { id: number; title: string; done?: boolean; tags: string[] }
  type Shape = { kind: "circle"; r: number } | { kind: "square"; side: number };
  class Cart { items: string[] = []; add(item: string): void { this.items.push(item); } }
  export let count = 0;
  export let name = "none";
  export let isOpen = false;
  export let big = 1n;
  export let nothing: string | null | undefined;
  export const todos: Todo[] = [];
  export let selected: Todo | undefined;
  export const scores = new Map<string, number[]>();
  export const seen = new Set<number>();
  export let due = new Date(0);
  export let shape: Shape = { kind: "circle", r: 1 };
  export let data: unknown = 1;
  export let bytes = new Uint8Array(2);
  export const settings = { theme: "light", nested: { depth: 1 } };
  export const cart = new Cart();
  export const RATE = 0.2;
  export const double = (n: number): number => n * 2;
  export function act(): void {
    count = 5; name = "some"; isOpen = true; big = 12345678901234567890n; nothing = "x";
    todos.push({ id: 1, title: "one", tags: ["a"] }, { id: 2, title: "two", done: true, tags: [] });
    selected = todos[1]; scores.set("a", [1, 2]); seen.add(3); due = new Date(1000);
    shape = { kind: "square", side: 3 }; data = { a: [1, "x"] }; bytes[1] = 7;
    settings.theme = "dark"; settings.nested.depth++; cart.add("milk");
  }
  export function isSame(): boolean { return todos[1] === selected; }
  export function grow(): string { todos.push({ id: todos.length + 1, title: "more", tags: [] }); return todos.map((todo) => todo.title).join(); }
  export function describe(): string {
    return JSON.stringify([count, name, isOpen, big.toString(), nothing, todos, selected, [...scores], [...seen], due.getTime(), shape, data, [...bytes], settings, RATE]);
  }
`;

async function start(): Promise<Instance> {
  const { module, diagnostics } = await compileTypeScriptModule(
    { file: "app/pages/home/controller.ts", source, readFile: () => undefined },
    { release: false, fuel: true, watch: true, replaceable: true },
  );
  expect(diagnostics).toEqual([]);
  const entry = { ...module!, file: "home.wasm", kind: "controller" as const };
  return createInstance({
    module: await compileModule(module!.bytes, entry, { trusted: true }),
    entry,
    grants: new Set(["time"]),
    functions: { get_time_ms: () => 0 },
    report: (error) => expect.unreachable(String(error)),
  });
}

it("all data that is exported goes from one instance to another, but for instances of classes", async () => {
  const [old, next] = [await start(), await start()];
  old.call("act");
  const refused: string[] = [];
  for (const name of old.variables) {
    const value = old.read(name);
    try {
      next.assign(name, value);
    } catch (error) {
      refused.push(`${name}: ${(error as Error).message}`);
    }
  }
  expect(refused).toEqual([
    "cart: `cart` of `home.wasm` threw: TypeError: cart: value must be an instance of Cart, not an object",
    "RATE: `RATE` of `home.wasm` is a constant.",
  ]);
  expect(next.call("describe")).toBe(old.call("describe"));
  expect(next.call("isSame")).toBe(true);
  expect(next.call("grow")).toBe("one,two,more");
});
