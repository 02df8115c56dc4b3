import type { SealedPackage } from "@rune/archive";
import type { Binding, CapabilityName, Expression, ModuleExport, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCustomSection, insertFuel } from "../../../compiler/src/wasm/index.ts";
import { assembleWat } from "../../../host/test/compile-wat.ts";
import { compileNeighbour } from "../harness/neighbour.ts";
import type { TestPage } from "../harness/test-app.ts";
import { assembleModule, type TestModule } from "../harness/test-module.ts";
import { createTestSite, type TestSite } from "../harness/test-site.ts";
import { watchEscapes } from "./watch-escapes.ts";

/*
 * Modules that no compiler has made, and that lie at the border to their host: about places in their memory, about what they export, about what their
 * values are. A report says so, and the page with what else is on it goes on.
 */

let site: TestSite;
let neighbour: SealedPackage;
beforeAll(async () => {
  site = await createTestSite();
  neighbour = await compileNeighbour();
});
afterAll(() => site.close());

const html: ViewNode[] = [
  ["p", { id: "p" }, ""],
  ["button", {}, "run"],
  ["ul", {}, null],
];
const click: Binding = { type: "event", at: [1], event: "click", handler: "run", arguments: [] };

/** Mounts a module's page beside another app, presses its button twice, and tells what was reported. */
async function run(module: TestModule, shown: Partial<TestPage> = {}): Promise<string[]> {
  const page: TestPage = { nodes: html, ...shown, bindings: [...(shown.bindings ?? []), click], module };
  const handle = await site.open({ pages: { home: page } }, { beside: neighbour, isMounted: false });
  const findEscapes = await watchEscapes(handle.page, site.origin);
  await handle.page.evaluate(() => testbed.mountBeside());
  await handle.page.evaluate(() => testbed.mount());
  const failure = await handle.page.evaluate(() => testbed.failure?.code);
  const button = handle.page.locator("#app button");
  const presses = failure === undefined ? 2 : 0;
  for (let i = 0; i < presses; i++) await button.click();
  await handle.page.locator("#beside button").click();
  expect(await handle.page.textContent("#beside output")).toBe("1");
  expect(await findEscapes()).toEqual([]);
  expect(handle.complaints).toEqual({ errors: [], violations: [] });
  return failure === undefined ? handle.codes() : [failure];
}

const capabilities: readonly CapabilityName[] = ["ui", "navigation", "log", "timers", "state"];

interface LinearModule {
  imports?: Readonly<Record<string, string>>;
  /** Its pages at first, and at most. @default "1 256" */
  memory?: string;
  /** What `run` does. */
  body: string;
  more?: string;
  exports?: ModuleExport[];
}

/** A module with linear memory; its manifest says of it what is given here. */
function linear({ imports = {}, memory = "1 256", body, more = "", exports = [] }: LinearModule): TestModule {
  const imported = Object.entries(imports).map(([name, type]) => `(import "rune" "${name}" (func $${name} ${type}))`);
  return assembleModule(
    `(module ${imported.join(" ")} (memory (export "memory") ${memory}) (data (i32.const 0) "[[[[\\ff\\fe{}") ${more} (func (export "run") ${body}))`,
    {
      file: "logic/hostile.wasm",
      exports: [{ name: "run", parameters: [] }, ...exports],
      imports: Object.keys(imports).filter((name) => name !== "read_return_buffer"),
      capabilities: [...capabilities],
    },
  );
}

const text = "(param i32 i32)";
const stopped = "instance_stopped";
const outside = ["guest_pointer_invalid", stopped];

test.each<[name: string, module: LinearModule, codes: string[]]>([
  [
    "a log line before memory",
    { imports: { log_info: text }, body: "(call $log_info (i32.const -1) (i32.const 1))" },
    outside,
  ],
  [
    "a log line of all memory",
    { imports: { log_info: text }, body: "(call $log_info (i32.const 0) (i32.const -1))" },
    outside,
  ],
  [
    "a mutation beyond memory",
    {
      imports: { core_dispatch_mutation: text },
      body: "(call $core_dispatch_mutation (i32.const 65535) (i32.const 2147483647))",
    },
    outside,
  ],
  [
    "a mutation that is no JSON",
    { imports: { core_dispatch_mutation: text }, body: "(call $core_dispatch_mutation (i32.const 0) (i32.const 4))" },
    ["mutation_malformed", "mutation_malformed"],
  ],
  [
    "a mutation that is no text",
    { imports: { core_dispatch_mutation: text }, body: "(call $core_dispatch_mutation (i32.const 4) (i32.const 2))" },
    ["guest_text_invalid", "guest_text_invalid"],
  ],
  [
    "state under a key that is not there",
    {
      imports: { set_local_state: "(param i32 i32 i32 i32)" },
      body: "(call $set_local_state (i32.const 0) (i32.const 1) (i32.const -9) (i32.const 99))",
    },
    outside,
  ],
  [
    "an answer to a place that is not there",
    {
      imports: { read_return_buffer: "(param i32 i32) (result i32)", get_local_state: "(param i32 i32) (result i32)" },
      body: `(drop (call $get_local_state (i32.const 0) (i32.const 1)))
        (drop (call $read_return_buffer (i32.const -1) (i32.const -1)))`,
    },
    outside,
  ],
  [
    "timers that never were",
    {
      imports: { set_timeout: "(param i32 i32 f64)", clear_timer: "(param i32 i32) (result i32)" },
      body: `(call $set_timeout (i32.const 0) (i32.const 0) (f64.const nan)) (drop (call $clear_timer (i32.const 0) (i32.const 0)))
        (call $set_timeout (i32.const 6) (i32.const 2) (f64.const -1e300)) (drop (call $clear_timer (i32.const 6) (i32.const 2)))
        (call $set_timeout (i32.const 6) (i32.const 1) (f64.const inf)) (drop (call $clear_timer (i32.const 7) (i32.const 1)))`,
    },
    [],
  ],
  ["a trap", { body: "unreachable" }, ["guest_trapped", "guest_trapped"]],
  ["a trap when it starts", { body: "", more: "(func $s unreachable) (start $s)" }, ["guest_trapped"]],
  [
    "endless recursion",
    { body: "(call $r)", more: "(func $r (call $r) (call $r))" },
    ["guest_trapped", "guest_trapped"],
  ],
  ["memory without an end", { memory: "1", body: "" }, ["module_memory_unbounded"]],
  ["more memory than it may have", { memory: "1 257", body: "" }, ["module_memory_unbounded"]],
  [
    "a wish for more memory",
    { body: "(if (i32.ne (memory.grow (i32.const 256)) (i32.const -1)) (then unreachable))" },
    [],
  ],
  [
    "a division that there is not",
    { body: "(drop (i32.div_s (i32.const 1) (i32.const 0)))" },
    ["guest_trapped", "guest_trapped"],
  ],
  ["an export that it has not", { body: "", exports: [{ name: "more", parameters: [] }] }, ["module_export_missing"]],
  [
    "parameters that it does not take",
    { body: "", exports: [{ name: "more", parameters: [] }], more: `(global (export "more") i32 (i32.const 1))` },
    ["module_export_missing"],
  ],
])("a module with %s", async (_name, module, codes) => {
  const reported = await run(linear(module));
  expect(reported).toEqual(codes);
});

describe("values that are not what the view takes them for", () => {
  const value: Expression = ["data", "value"];
  const everywhere: TestPage = {
    nodes: html,
    bindings: [
      { type: "text", at: [0], value },
      { type: "attribute", at: [0], name: "class", value },
      { type: "attribute", at: [0], name: "style", value },
      { type: "attribute", at: [0], name: "title", value },
      { type: "style", at: [0], name: "color", value: ["get", value, "x"] },
      { type: "text", at: [1], value: ["at", value, ["text", "con", "structor"]] },
      { type: "for", at: [2, 0], item: "row", each: value, template: 1 },
    ],
    templates: [{ nodes: [["li", {}, ""]], bindings: [{ type: "text", at: [0], value: ["item", 0] }] }],
  };
  const call = (name: string, result?: [number, string]): object => ({
    name,
    parameters: [],
    ...(result && { result }),
  });
  const elements = { length: call("length", [1, "number"]), get: call("get", [1, "number"]) };
  const wat = `(type $o (struct (field externref))) (import "'" "polluted" (global $text (ref extern)))
    (func (export "read") (result anyref) (struct.new $o (global.get $text)))
    (func (export "length") (param anyref) (result f64) (f64.const 4294967295))
    (func (export "get") (param anyref f64) (result f64) (f64.const nan))
    (func (export "view") (param anyref) (result anyref) (local.get 0))
    (func (export "text") (param anyref) (result externref) (global.get $text))
    (func (export "run"))`;

  test.each<[name: string, codes: readonly string[], type: object]>([
    [
      "an endless array",
      ["binding_failed", "guest_out_of_fuel", "instance_stopped"],
      { type: "array", views: [0], element: 1, operations: elements },
    ],
    [
      "an endless tuple",
      ["binding_failed", "guest_out_of_fuel", "instance_stopped"],
      { type: "tuple", views: [0], elements: [], rest: 1, operations: elements },
    ],
    [
      "endless bytes",
      ["guest_out_of_fuel", "instance_stopped"],
      { type: "library", views: [0], name: "Uint8Array", arguments: [], operations: elements },
    ],
    [
      "a class of the library that there is not",
      ["list_invalid"],
      { type: "library", views: [0], name: "constructor", arguments: [] },
    ],
    ["an array without operations", ["guest_threw", "list_invalid"], { type: "array", views: [0], element: 1 }],
    [
      "an array of no type",
      ["binding_failed", "guest_out_of_fuel", "instance_stopped"],
      { type: "array", views: [0], element: 99, operations: elements },
    ],
    [
      "an instance of no class",
      ["binding_failed", "list_invalid"],
      { type: "instance", views: [0], class: 5, members: [] },
    ],
    ["a union of itself", ["module_not_instantiated"], { type: "union", views: [0], members: [0] }],
    ["a function", ["module_interface_invalid"], { type: "function", parameters: [], result: 1 }],
    ["a number that is an object", ["list_invalid"], { type: "number" }],
    ["a text that is an object", ["list_invalid"], { type: "string" }],
    ["a type that there is not", ["module_interface_invalid"], { type: "window" }],
    [
      "an object with names of prototypes",
      ["list_invalid"],
      {
        type: "object",
        views: [0],
        fields: [
          { name: "__proto__", type: 0 },
          { name: "constructor", type: 2 },
        ],
        operations: { "get __proto__": call("view", [0, "value"]), "get constructor": call("text", [2, "value"]) },
      },
    ],
  ])("%s", async (_name, codes, type) => {
    const described = {
      exports: [
        { name: "run", kind: "function", type: 3, call: call("run") },
        { name: "value", kind: "value", live: true, read: { name: "read", parameters: [], result: [0, "value"] } },
      ],
      types: [type, { type: "number" }, { type: "string" }, { type: "function", parameters: [] }],
      classes: [],
      any: {},
    };
    const { bytes } = insertFuel({ bytes: assembleWat(`(module ${wat})`), positions: [] });
    const module: TestModule = {
      bytes: addCustomSection(bytes, "rune:interface", new TextEncoder().encode(JSON.stringify(described))),
      entry: {
        file: "logic/hostile.wasm",
        kind: "controller",
        abi: "gc",
        exports: [{ name: "run", parameters: [] }],
        imports: [],
        features: [],
        capabilities: [],
        limits: {},
      },
    };
    const reported = await run(module, everywhere);
    expect([...new Set(reported)].toSorted()).toEqual(codes);
    expect(reported.length).toBeLessThan(50);
  });
});
