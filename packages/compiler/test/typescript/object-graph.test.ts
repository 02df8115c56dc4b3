import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeGraph, encodeGraph } from "../../src/typescript/object-graph.ts";

const again = (value: unknown): unknown => decodeGraph(encodeGraph(value));

test("values come back as they were", () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string({ unit: "binary" }),
      fc.double(),
      fc.boolean(),
      fc.bigInt(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(
        fc.string().filter((name) => name !== "__proto__"),
        tie("value"),
        { maxKeys: 4, noNullPrototype: true },
      ),
      fc.array(fc.tuple(tie("value"), tie("value")), { maxLength: 3 }).map((entries) => new Map(entries)),
    ),
  }));
  fc.assert(
    fc.property(value, (each) => {
      expect(again(each)).toStrictEqual(each);
    }),
  );
});

test("one object is one object again, in itself too", () => {
  interface Node {
    name: string;
    next?: Node;
    all: Map<Node, Node[]>;
  }
  const first: Node = { name: "first", all: new Map() };
  const second: Node = { name: "second", next: first, all: first.all };
  first.next = second;
  first.all.set(second, [first, second]);
  const read = again({ second, list: [first, first] }) as { second: Node; list: Node[] };
  expect(read.list[0]).toBe(read.list[1]);
  expect(read.second.next).toBe(read.list[0]);
  expect(read.second.next!.next).toBe(read.second);
  expect([...read.second.all.entries()]).toEqual([[read.second, [read.list[0], read.second]]]);
});

test("what cannot be written is refused", () => {
  expect(() => encodeGraph({ size: () => 1 })).toThrow(new TypeError("a function cannot be written"));
  expect(() => encodeGraph([new Date()])).toThrow(new TypeError("an object of Date cannot be written"));
});
