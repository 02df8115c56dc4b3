import { describe, expect, test } from "vitest";
import { runSource } from "./raw-host.ts";

const host = await runSource(`
class Point { constructor(public x: i32) {} to_json(): rune.Json { return rune.json({ x: this.x }); } }
class Plain { x: i32 = 0; }
const counts = new Map<string, i32>();
const points = new Map<i32, Point | null>();
const nested = new Map<string, Map<string, f64[]>>();
const tags = new Set<string>();
const kept = rune.object();
const plain: Plain[] = [];
class Store { list: rune.Json = rune.array(); grid: i32[][] = []; }
const store = new Store();

export function collections(): void {
  counts.set('a"b', 1); counts.set("b", 2);
  points.set(7, new Point(1)); points.set(8, null);
  nested.set("in", new Map<string, f64[]>()); nested.get("in").set("list", [0.5]);
  tags.add("x"); tags.add("y"); tags.add("x");
  rune.update_data("n", { counts, points, nested, tags, none: new Set<i32>() });
  rune.update_data("n", counts);
}
export function list(): rune.Json {
  const l = rune.array();
  l.push({ a: 1, class: "x" });
  l.push([1, "two", [null]]);
  l.push(null);
  l.push(l.length > 9 ? null : { yes: true });
  l.at(0).set("more", { b: [{}] });
  return l;
}
export function record(given: rune.Json): rune.Json {
  kept.set("k", { a: 1 }).set("list", [1, { b: 2 }]);
  kept.set("none", null);
  kept.get("list").push({ c: 3 });
  given.set("o", { p: 1 });
  kept.set("given", given);
  const parsed = rune.try_parse("[]");
  if (parsed !== null) { parsed.push({ q: 1 }); kept.set("parsed", parsed); }
  return kept;
}
export function fields(): rune.Json {
  store.list.push({ a: 1 });
  store.grid.push([1, 2]);
  plain.push({ x: 5 });
  return rune.json({ list: store.list, grid: store.grid, x: plain[0].x });
}
`);

describe("data", () => {
  test("maps are objects and sets are arrays", () => {
    host.call("collections");
    const counts = { 'a"b': 1, b: 2 };
    expect(host.mutations).toEqual([
      {
        type: "UpdateData",
        node_id: "n",
        updates: {
          counts,
          points: { 7: { x: 1 }, 8: null },
          nested: { in: { list: [0.5] } },
          tags: ["x", "y"],
          none: [],
        },
      },
      { type: "UpdateData", node_id: "n", updates: counts },
    ]);
  });
  test("literals go into JSON that a variable, parameter or chain holds", () => {
    const first = { a: 1, class: "x", more: { b: [{}] } };
    expect(host.call("list")).toEqual([first, [1, "two", [null]], null, { yes: true }]);
    expect(host.call("record", {})).toEqual({
      k: { a: 1 },
      list: [1, { b: 2 }, { c: 3 }],
      none: null,
      given: { o: { p: 1 } },
      parsed: [{ q: 1 }],
    });
  });
  test("literals for AssemblyScript's own lists stay what they are", () => {
    expect(host.call("fields")).toEqual({ list: [{ a: 1 }], grid: [[1, 2]], x: 5 });
  });
});
