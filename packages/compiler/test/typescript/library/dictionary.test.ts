import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { Dictionary } from "../../../src/typescript/library/dictionary.ts";

const name = fc.oneof(
  fc.constantFrom("a", "b", "__proto__", "constructor", "", "-1", "01", "1.5", "4294967294", "4294967295"),
  fc.nat({ max: 40 }).map(String),
  fc.nat({ max: 40 }).map((number) => `k${number}`),
);
const number = fc.oneof(fc.nat({ max: 40 }), fc.constantFrom(-1, -0, 1.5, 4294967294, 4294967295, 1e21, NaN, Infinity));
const byName = fc.tuple(fc.constantFrom("set", "set", "set", "delete", "delete", "look"), name);
const byNumber = fc.tuple(fc.constantFrom("set", "set", "set", "delete", "delete", "look"), number);

/** What a dictionary says after each step, and what an object of JavaScript's says. */
function follow(steps: readonly [action: string, key: string | number][]): { ours: unknown[]; theirs: unknown[] } {
  const dictionary = new Dictionary<number>();
  const object: Record<string | number, number> = Object.create(null);
  const [ours, theirs]: unknown[][] = [[], []];
  for (const [at, [action, key]] of steps.entries()) {
    if (action === "set") {
      if (typeof key === "string") dictionary.set(key, at);
      else dictionary.setNumber(key, at);
      object[key] = at;
    } else if (action === "delete") {
      ours!.push(typeof key === "string" ? dictionary.delete(key) : dictionary.deleteNumber(key));
      theirs!.push(delete object[key]);
    } else {
      ours!.push(dictionary.keys());
      theirs!.push(Object.keys(object));
    }
    ours!.push([dictionary.get(String(key)), dictionary.has(String(key))]);
    if (typeof key === "number") ours!.push([dictionary.getNumber(key), dictionary.hasNumber(key)]);
    theirs!.push(...Array.from({ length: typeof key === "number" ? 2 : 1 }, () => [object[key], key in object]));
  }
  const count = dictionary.count();
  ours!.push(Array.from({ length: count }, (_, at) => [dictionary.nameAt(at), dictionary.valueAt(at)]));
  theirs!.push(Object.entries(object));
  return { ours: ours!, theirs: theirs! };
}

describe("Dictionary", () => {
  it.each([
    ["names", byName],
    ["numbers", byNumber],
    ["names and numbers", fc.oneof({ weight: 9, arbitrary: byName }, { weight: 1, arbitrary: byNumber })],
  ])("behaves as an object does with %s", (_of, step) => {
    fc.assert(
      fc.property(fc.array(step as typeof byName, { maxLength: 200, size: "max" }), (steps) => {
        const { ours, theirs } = follow(steps);
        expect(ours).toStrictEqual(theirs);
      }),
      { numRuns: 300 },
    );
  });

  it("stays right when many entries come and go", () => {
    const names = new Dictionary<number>();
    const numbers = new Dictionary<number>();
    for (let i = 0; i < 5000; i++) {
      names.set(`k${i}`, i);
      numbers.setNumber(i, i);
      if (i >= 100) {
        names.delete(`k${i - 100}`);
        numbers.deleteNumber(i - 100);
      }
    }
    expect(names.keys()).toStrictEqual(Array.from({ length: 100 }, (_, at) => `k${4900 + at}`));
    expect(numbers.keys()).toStrictEqual(Array.from({ length: 100 }, (_, at) => `${4900 + at}`));
    expect([names.get("k4999"), numbers.get("4999"), numbers.getNumber(4899)]).toStrictEqual([4999, 4999, undefined]);
  });
});
