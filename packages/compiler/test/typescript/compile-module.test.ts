import { expect, test } from "vitest";
import { compileSource } from "@rune/compiler/engines";
import type { CompiledModule } from "@rune/compiler/engines";

async function compile(source: string, others: Record<string, string> = {}): Promise<CompiledModule> {
  const file = "app/controller.ts";
  const { module, diagnostics } = await compileSource({ file, source, readFile: (path) => others[path] });
  expect(diagnostics).toEqual([]);
  return module as CompiledModule;
}

test("exports are described for views and hosts", async () => {
  const { abi, exports, variables, features, dependencies } = await compile(
    `import { step } from "./step.ts";
    export let count = 0;
    export const title: string = "Counter";
    export const list: number[] = [];
    export function add(amount: number, note?: string, ...more: boolean[]): void { count += amount * step + more.length; }
    export const isBig = (n: number): boolean => n > 10;
    export function describe(of: { name: string }): string { return of.name; }
    export class Box {}
    function hidden(): number[] { return list; }
    export { hidden as shown };`,
    { "app/step.ts": "export const step = 2;" },
  );
  expect(abi).toBe("gc");
  expect(variables).toEqual([
    { name: "count", type: "f64", writable: true, initial: 0 },
    { name: "title", type: "string", writable: false, initial: "Counter" },
    { name: "list", type: "json", writable: false, initial: [] },
  ]);
  expect(exports).toEqual([
    {
      name: "add",
      parameters: [
        { name: "amount", type: "f64" },
        { name: "note", type: "string", optional: true },
        { name: "more", type: "bool", rest: true },
      ],
    },
    { name: "describe", parameters: [{ name: "of", type: "json" }], result: "string", pure: true },
    { name: "isBig", parameters: [{ name: "n", type: "f64" }], result: "bool", pure: true },
    { name: "shown", parameters: [], result: "json", pure: true },
  ]);
  expect(features).toEqual(["gc", "exceptions"]);
  expect(dependencies).toEqual(["app/step.ts"]);
});

test("imports and capabilities are those of what is used", async () => {
  const none = await compile("export function half(n: number): number { return n / 2; }");
  expect([none.imports, none.capabilities]).toEqual([[], []]);
  const some = await compile(`
    export function start(): void { rune.log_info(rune.uuid_v4()); }
    function unused(): void { rune.set_local_state("a", "b"); }`);
  expect(some.imports).toEqual(["log_info", "uuid_v4"]);
  expect(some.capabilities).toEqual(["log", "random"]);
  const platform = await compile("export const random = (): number => Math.random() + Math.random();");
  expect([platform.imports, platform.capabilities]).toEqual([["get_random"], ["random"]]);
});

test("checks are as strict as the project's tsconfig.json says, or as the host does without one", async () => {
  const source = "export function last(items: string[]): string { return items.pop(); }";
  const codes = async (config: string | undefined, strict?: boolean): Promise<string[]> => {
    const readFile = (path: string): string | undefined => (path === "tsconfig.json" ? config : undefined);
    const options = { release: false, ...(strict === undefined ? {} : { strict }) };
    const { diagnostics } = await compileSource({ file: "app/last.ts", source, readFile }, options);
    return diagnostics.map(({ code }) => code);
  };
  expect(await codes(undefined)).toEqual(["typescript_error"]);
  expect(await codes(undefined, false)).toEqual([]);
  expect(await codes('{ "compilerOptions": { "strict": true } }', false)).toEqual(["typescript_error"]);
  expect(await codes('{ "compilerOptions": { "strict": true, "strictNullChecks": false } }')).toEqual([]);
});
