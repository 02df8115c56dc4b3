import type { BinaryOperator, Expression } from "@rune/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileExpression } from "../../src/renderer/expression.ts";
import type { Reads } from "../../src/renderer/reads.ts";
import { createReads } from "../../src/renderer/reads.ts";
import type { Row } from "../../src/renderer/row.ts";
import { plain } from "../../src/renderer/value-type.ts";

function evaluate(expression: Expression, data: Record<string, unknown> = {}, row?: Row): unknown {
  const call = (name: string, values: unknown[]): unknown => [name, ...values];
  const context = { data: new Map(Object.entries(data)), missing: () => undefined, call };
  return compileExpression(expression, { context, rows: [], reads: createReads() }).evaluate(row);
}

const primitive = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.integer({ min: -5, max: 5 }),
  fc.string({ maxLength: 4 }),
  fc.constantFrom("1", "0", "", " 2 ", "a"),
);

/** What JavaScript computes for two primitives. */
const javascript: Readonly<Record<BinaryOperator, (a: never, b: never) => unknown>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "&&": (a, b) => a && b,
  "||": (a, b) => a || b,
  "??": (a, b) => a ?? b,
};
const operators = Object.keys(javascript) as BinaryOperator[];

describe("operators", () => {
  test("compute what JavaScript computes for primitives", () => {
    fc.assert(
      fc.property(fc.constantFrom(...operators), primitive, primitive, (operator, a, b) => {
        expect(evaluate([operator, a, b])).toBe(javascript[operator](a as never, b as never));
      }),
      { numRuns: 2000 },
    );
  });

  test("read undefined as JavaScript does", () => {
    for (const operator of operators) {
      for (const value of [1, "a", null, true]) {
        expect(evaluate([operator, ["undefined"], value])).toBe(
          javascript[operator](undefined as never, value as never),
        );
        expect(evaluate([operator, value, ["undefined"]])).toBe(
          javascript[operator](value as never, undefined as never),
        );
      }
    }
  });

  test("negate, convert and choose", () => {
    expect(evaluate(["not", ""])).toBe(true);
    expect(evaluate(["negate", "3"])).toBe(-3);
    expect(evaluate(["number", "3"])).toBe(3);
    expect(evaluate(["if", ["data", "yes"], "a", "b"], { yes: true })).toBe("a");
    expect(evaluate(["if", ["data", "yes"], "a", "b"])).toBe("b");
  });

  test("evaluate a right side only when it counts", () => {
    expect(evaluate(["&&", false, ["call", "boom"]])).toBe(false);
    expect(evaluate(["||", 1, ["call", "boom"]])).toBe(1);
    expect(evaluate(["??", 0, ["call", "boom"]])).toBe(0);
  });

  test("take big integers for numbers", () => {
    expect(evaluate(["+", ["data", "big"], 1], { big: 5n })).toBe(6);
    expect(evaluate(["<", ["data", "big"], 6], { big: 5n })).toBe(true);
  });
});

describe("paths", () => {
  const data = { user: { name: "Ada", tags: ["a", "b"] }, text: "hey", nothing: null };

  test("read own properties, elements and lengths", () => {
    expect(evaluate(["get", ["data", "user"], "name"], data)).toBe("Ada");
    expect(evaluate(["at", ["get", ["data", "user"], "tags"], 1], data)).toBe("b");
    expect(evaluate(["get", ["get", ["data", "user"], "tags"], "length"], data)).toBe(2);
    expect(evaluate(["get", ["data", "text"], "length"], data)).toBe(3);
    expect(evaluate(["at", ["data", "text"], 0], data)).toBe("h");
  });

  test("yield undefined where there is nothing", () => {
    expect(evaluate(["get", ["get", ["data", "nothing"], "a"], "b"], data)).toBeUndefined();
    expect(evaluate(["get", ["data", "unknown"], "a"], data)).toBeUndefined();
    expect(evaluate(["at", ["get", ["data", "user"], "tags"], 9], data)).toBeUndefined();
  });

  test("never reach the prototype chain", () => {
    for (const name of ["__proto__", "constructor", "prototype", "toString", "valueOf", "at", "hasOwnProperty"]) {
      for (const subject of ["user", "text", "nothing"]) {
        expect(evaluate(["get", ["data", subject], name], data), `${subject}.${name}`).toBeUndefined();
        expect(evaluate(["at", ["data", subject], name], data), `${subject}[${name}]`).toBeUndefined();
      }
    }
    const odd = JSON.parse('{"o":{"__proto__":1,"constructor":2}}') as Record<string, unknown>;
    expect(evaluate(["get", ["data", "o"], "__proto__"], odd)).toBeUndefined();
    expect(evaluate(["at", ["data", "o"], "constructor"], odd)).toBeUndefined();
    expect(evaluate(["data", "__proto__"], data)).toBeUndefined();
    expect(evaluate(["data", "toString"], data)).toBeUndefined();
  });

  test("find rows by their depth", () => {
    const outer: Row = { parent: undefined, item: "outer", index: 7 };
    const inner: Row = { parent: outer, item: "inner", index: 3 };
    expect(evaluate(["item", 0], {}, inner)).toBe("inner");
    expect(evaluate(["item", 1], {}, inner)).toBe("outer");
    expect(evaluate(["index", 0], {}, inner)).toBe(3);
    expect(evaluate(["index", 1], {}, inner)).toBe(7);
    expect(evaluate(["item", 2], {}, inner)).toBeUndefined();
  });
});

test("template literals show nothing for null and undefined, and objects as JSON", () => {
  expect(evaluate(["text", "a", null, ["undefined"], 1, true, ["data", "o"]], { o: { x: [1] } })).toBe(
    'a1true{"x":[1]}',
  );
});

test("calls go to the controller with evaluated arguments", () => {
  expect(evaluate(["call", "double", ["+", 1, 2]])).toEqual(["double", 3]);
});

test("no expression over any data throws", () => {
  const leaf = fc.oneof(
    primitive as fc.Arbitrary<Expression>,
    fc.constantFrom("a", "b", "__proto__").map((name): Expression => ["data", name]),
    fc.nat(3).map((depth): Expression => ["item", depth]),
    fc.constant<Expression>(["undefined"]),
    fc.constant<Expression>(["event", "target", "value"]),
  );
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
    const inner = tie("tree");
    return {
      tree: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        leaf,
        fc.tuple(fc.constantFrom(...operators), inner, inner) as fc.Arbitrary<Expression>,
        fc.tuple(fc.constant("get" as const), inner, fc.string()) as fc.Arbitrary<Expression>,
        fc.tuple(fc.constant("at" as const), inner, inner) as fc.Arbitrary<Expression>,
        fc.tuple(fc.constantFrom("not", "negate", "number"), inner) as fc.Arbitrary<Expression>,
        fc.tuple(fc.constant("if" as const), inner, inner, inner) as fc.Arbitrary<Expression>,
        fc.tuple(fc.constant("text" as const), inner, inner) as fc.Arbitrary<Expression>,
      ),
    };
  });
  fc.assert(
    fc.property(
      tree,
      fc.dictionary(fc.constantFrom("a", "b"), fc.jsonValue()),
      fc.jsonValue(),
      (expression, data, item) => {
        expect(() => evaluate(expression, data, { parent: undefined, item, index: 0 })).not.toThrow();
      },
    ),
    { numRuns: 2000 },
  );
});

describe("what an expression depends on", () => {
  const rows = [
    { type: plain, names: new Set(["todos"]) },
    { type: plain, names: new Set(["groups"]) },
  ];
  const read = (expression: Expression): Reads => {
    const reads = createReads();
    compileExpression(expression, {
      context: { data: new Map(), missing: () => undefined, call: () => undefined },
      rows,
      reads,
    });
    return reads;
  };

  test("is the data behind it, also through rows", () => {
    expect([...read(["+", ["data", "a"], ["get", ["item", 0], "title"]]).names]).toEqual(["a", "todos"]);
    expect([...read(["item", 1]).names]).toEqual(["groups"]);
    expect([...read("data").names]).toEqual([]);
  });

  test("is anything, where a function is called", () => {
    expect(read(["call", "open"]).isVolatile).toBe(true);
    expect(read(["if", ["data", "a"], ["index", 0], 1])).toMatchObject({ isVolatile: false, hasIndex: true });
  });

  test("is, where something of a row is compared with something of the page, what both are", () => {
    const { names, selectors } = read(["if", ["==", ["data", "selected"], ["get", ["item", 0], "id"]], "on", ""]);
    expect([[...names], selectors.map((each) => [...each.names])]).toEqual([["todos"], [["selected"]]]);
    const mixed = read(["==", ["data", "selected"], ["+", ["item", 0], ["data", "offset"]]]);
    expect([[...mixed.names], mixed.selectors]).toEqual([["selected", "todos", "offset"], []]);
  });
});
