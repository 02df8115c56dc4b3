import { afterEach, describe, expect, it } from "vitest";
import { startHostile } from "./start-hostile.ts";

const value = (type: number, slot: string) => ({
  name: "run",
  kind: "value",
  live: true,
  read: { name: "read", parameters: [], result: [type, slot] },
});
const call = (name: string, result?: [number, string]) => ({ name, parameters: [], ...(result && { result }) });

/** An object that says that it has very many elements. */
const endless = `(type $o (struct))
  (func (export "read") (result anyref) (struct.new $o))
  (func (export "length") (param anyref) (result f64) (f64.const 4294967295))
  (func (export "get") (param anyref f64) (result f64) (f64.const 1))
  (func (export "view") (param anyref) (result anyref) (local.get 0))`;

const elements = { length: call("length", [1, "number"]), get: call("get", [1, "number"]) };

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe("an interface that lies about sizes", () => {
  it.each<[name: string, type: object, ...more: object[]]>([
    ["an array", { type: "array", element: 1, operations: elements }],
    ["a tuple", { type: "tuple", elements: [], rest: 1, operations: elements }],
    ["a typed array", { type: "library", name: "Float64Array", arguments: [], operations: elements }],
    ["bytes", { type: "library", name: "Uint8Array", arguments: [], operations: elements }],
    [
      "a buffer",
      {
        type: "library",
        name: "ArrayBuffer",
        arguments: [],
        bytes: 2,
        operations: { bytes: call("view", [2, "value"]) },
      },
    ],
    [
      "names",
      {
        type: "dictionary",
        value: 1,
        operations: { keys: call("view", [2, "value"]), get: call("get", [1, "number"]) },
      },
    ],
  ])("is stopped before the host has none left: %s", { timeout: 20_000 }, async (_name, type) => {
    const described = {
      exports: [value(0, "value")],
      types: [{ ...type, views: [0] }, { type: "number" }, { type: "array", element: 1, operations: elements }],
      classes: [],
      any: {},
    };
    const instance = await startHostile(endless, { described });
    expect(() => instance.read("run")).toThrow(expect.objectContaining({ code: "guest_out_of_fuel" }));
  });
});

describe("an interface with names of JavaScript's own", () => {
  const object = `(type $o (struct (field externref))) (import "'" "polluted" (global $text (ref extern)))
    (func (export "read") (result anyref) (struct.new $o (global.get $text)))
    (func (export "get") (param anyref) (result externref) (global.get $text))
    (func (export "self") (param anyref) (result anyref) (local.get 0))`;

  it.each(["__proto__", "constructor", "prototype", "toString"])("changes no other object: %s", async (name) => {
    const described = {
      exports: [value(0, "value")],
      types: [
        {
          type: "object",
          fields: [
            { name, type: 0 },
            { name: "polluted", type: 1 },
          ],
          views: [0],
          operations: { [`get ${name}`]: call("self", [0, "value"]), "get polluted": call("get", [1, "value"]) },
        },
        { type: "string" },
      ],
      classes: [],
      any: {},
    };
    const instance = await startHostile(object, { described });
    const read = instance.read("run") as Record<string, unknown>;
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.hasOwn(read, name)).toBe(true);
    expect(read["polluted"]).toBe("polluted");
  });

  it.each([
    ["a class of the library", { type: "library", name: "constructor", arguments: [] }],
    ["another", { type: "library", name: "__proto__", arguments: [] }],
    ["an operation that there is not", { type: "array", element: 1 }],
    [
      "an element of no type",
      { type: "array", element: 99, operations: { length: call("get"), get: call("get", [99, "any"]) } },
    ],
    [
      "a function that there is not",
      { type: "array", element: 1, operations: { length: call("valueOf"), get: call("toString") } },
    ],
    ["a class that there is not", { type: "instance", class: 5, members: [] }],
    ["itself", { type: "union", members: [0] }],
  ])("ends in an error of ours, or in a value without use: %s", async (_name, type) => {
    const described = {
      exports: [value(0, "value")],
      types: [{ ...type, views: [0] }, { type: "string" }],
      classes: [],
      any: {},
    };
    const end = await startHostile(object, { described })
      .then((instance) => JSON.stringify(instance.read("run")))
      .catch((error: { code?: string }) => error.code ?? String(error));
    expect(end).toMatch(/^(?:(?:module|guest)_|\{\}|\[\])/);
  });

  it("may be nested however deep", async () => {
    const deep = `${'{"exports":'.repeat(200_000)}1${"}".repeat(200_000)}`;
    await expect(startHostile(object, { described: deep })).rejects.toMatchObject({
      code: expect.stringMatching(/^module_/) as string,
    });
    const list = `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`;
    await expect(
      startHostile(object, { described: `{"exports":${list},"types":[],"classes":[],"any":{}}` }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^module_/) as string });
  });
});
