import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { manifestSchema, mutationSchema, validate, viewSchema, type JsonSchema } from "../src/index.ts";

describe("keywords", () => {
  test.each<[string, JsonSchema, unknown[], unknown[]]>([
    ["type", { type: "string" }, ["", "a"], [1, null, [], {}, true]],
    ["types", { type: ["string", "null"] }, ["a", null], [1, {}]],
    ["integer", { type: "integer" }, [0, -1, 2 ** 53 - 1], [0.5, "1", 2 ** 53, Number.NaN]],
    ["array, object and null apart", { type: "object" }, [{}], [[], null]],
    ["const", { const: 1 }, [1], ["1", 2, true]],
    ["enum", { enum: ["a", 1] }, ["a", 1], ["b", "1"]],
    ["range", { minimum: 0, maximum: 2 }, [0, 2, "not a number"], [-1, 3]],
    ["maxLength", { maxLength: 2 }, ["ab"], ["abc"]],
    ["pattern", { pattern: "^a+$" }, ["aa"], ["ab", ""]],
    ["required", { required: ["a"] }, [{ a: 1 }], [{}, { b: 1 }]],
    ["no inherited property", { required: ["toString"] }, [{ toString: 1 }], [{}]],
    ["additionalProperties", { properties: { a: {} }, additionalProperties: false }, [{ a: 1 }, {}], [{ b: 1 }]],
    ["items", { items: { type: "number" } }, [[], [1, 2]], [["a"]]],
    ["size", { minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3]]],
    ["tuples", { prefixItems: [{ const: "x" }], items: false }, [["x"]], [["y"], ["x", 1]]],
    ["anyOf", { anyOf: [{ type: "string" }, { type: "null" }] }, ["a", null], [1]],
  ])("%s", (_, schema, good, bad) => {
    for (const value of good) expect(validate(schema, value)).toEqual([]);
    for (const value of bad) expect(validate(schema, value)).not.toEqual([]);
  });

  it("tells the place as a JSON Pointer", () => {
    const schema: JsonSchema = { additionalProperties: { items: { type: "number" } } };
    expect(validate(schema, { "a/b~c": [1, "x"] })).toEqual([{ path: "/a~1b~0c/1", message: "must be number" }]);
  });

  it("reports of a union what the tag selects", () => {
    const issues = validate(mutationSchema, { type: "ReplaceText", target: "a" });
    expect(issues).toEqual([{ path: "", message: "lacks `text`" }]);
    const [issue] = validate(mutationSchema, { type: "Batch", mutations: [{ type: "RemoveNode", node_id: 1 }] });
    expect(issue).toEqual({ path: "/mutations/0/node_id", message: "must be string" });
  });

  it("takes an own property named __proto__ for what it is", () => {
    const value: unknown = JSON.parse('{"type":"NavigateBack","__proto__":{}}');
    expect(validate(mutationSchema, value)).toEqual([{ path: "", message: "has no property `__proto__`" }]);
  });
});

describe("hostile sizes", () => {
  it("refuses deep values without exhausting the stack", () => {
    const deep = (open: string, close: string, n: number): unknown => JSON.parse(open.repeat(n) + close.repeat(n));
    const data: unknown = { type: "UpdateData", node_id: "a", updates: { a: deep("[", "]", 100_000) } };
    expect(validate(mutationSchema, data)[0]?.message).toContain("nests deeper");
    const nodes: unknown = JSON.parse(`${'["p",{},'.repeat(50_000)}null${"]".repeat(50_000)}`);
    const view = { format: "rune.view", version: 1, name: "a", templates: [{ nodes: [nodes], bindings: [] }] };
    expect(validate(viewSchema, view)[0]?.message).toContain("nests deeper");
    let batch: unknown = { type: "NavigateBack" };
    for (let i = 0; i < 50_000; i++) batch = { type: "Batch", mutations: [batch] };
    expect(validate(mutationSchema, batch)[0]?.message).toContain("nests deeper");
  });

  it("collects no more issues than a reader can use", () => {
    const many = Array.from({ length: 300_000 }, () => 1);
    const issues = validate(mutationSchema, { type: "Batch", mutations: many });
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThanOrEqual(100);
    expect(validate({ additionalProperties: false }, Object.fromEntries(many.map((_, i) => [i, 1]))).length).toBe(100);
  });

  it("never throws on JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const schema of [viewSchema, manifestSchema, mutationSchema]) {
          expect(validate(schema, value).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("the formats", () => {
  const view = {
    format: "rune.view",
    version: 1,
    name: "home",
    head: { title: "Home", meta: [{ name: "description", content: "x" }] },
    styles: ["assets/a.css"],
    templates: [
      {
        nodes: ["text", null, ["p", { class: "a" }, ["b", {}, "x"], null]],
        bindings: [
          { type: "text", at: [2, 0], value: ["data", "name"] },
          { type: "if", at: [1], branches: [{ when: ["not", ["data", "a"]], template: 1 }, { template: 2 }] },
          { type: "for", at: [2, 1], item: "x", each: ["data", "xs"], key: ["get", ["item", 0], "id"], template: 3 },
          { type: "event", at: [2], event: "click", handler: "go", arguments: [["event", "target", "value"], 1] },
          { type: "style", at: [2], name: "color", value: ["if", true, ["text", "a", ["data", "b"]], null] },
        ],
      },
      { nodes: [], bindings: [] },
      { nodes: [], bindings: [] },
      { nodes: [], bindings: [] },
    ],
  };

  it("takes a view with everything in it", () => {
    expect(validate(viewSchema, view)).toEqual([]);
  });

  test.each<[string, (copy: typeof view) => void]>([
    ["another format", (copy) => void (copy.format = "rune.manifest")],
    ["another version", (copy) => void (copy.version = 2)],
    ["an unknown field", (copy) => void Object.assign(copy, { extra: 1 })],
    ["an unknown binding", (copy) => void Object.assign(copy.templates[0]?.bindings[0] ?? {}, { type: "html" })],
    ["an empty place", (copy) => void (copy.templates[0]?.bindings[0] ?? { at: [] as number[] }).at.splice(0)],
    ["a negative place", (copy) => void (copy.templates[0]?.bindings[0] ?? { at: [] as number[] }).at.fill(-1)],
    ["a broken place", (copy) => void (copy.templates[0]?.bindings[0] ?? { at: [] as number[] }).at.fill(0.5)],
    [
      "an unknown operation",
      (copy) => void Object.assign(copy.templates[0]?.bindings[0] ?? {}, { value: ["eval", "x"] }),
    ],
    ["a short operation", (copy) => void Object.assign(copy.templates[0]?.bindings[0] ?? {}, { value: ["get", "x"] })],
    ["a long operation", (copy) => void Object.assign(copy.templates[0]?.bindings[0] ?? {}, { value: ["not", 1, 2] })],
    ["an object as expression", (copy) => void Object.assign(copy.templates[0]?.bindings[0] ?? {}, { value: {} })],
    ["the page as a block", (copy) => void Object.assign(copy.templates[0]?.bindings[2] ?? {}, { template: 0 })],
    [
      "an attribute that is no text",
      (copy) => void Object.assign(copy, { templates: [{ nodes: [["p", { a: 1 }]], bindings: [] }] }),
    ],
  ])("refuses a view with %s", (_, change) => {
    const copy = structuredClone(view);
    change(copy);
    expect(validate(viewSchema, copy)).not.toEqual([]);
  });
});
