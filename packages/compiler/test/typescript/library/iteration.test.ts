import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { ArrayIterator, appendAll, appendPart, toArray } from "../../../src/typescript/library/iteration.ts";

/** Counts up, and notes when it is told to stop. */
function counter(): Iterable<number> & { returned: number } {
  const iterable = {
    returned: 0,
    [Symbol.iterator]() {
      let at = 0;
      return {
        next: () => ({ value: at++, done: false }),
        return(): IteratorResult<number> {
          iterable.returned++;
          return { value: undefined, done: true };
        },
      };
    },
  };
  return iterable;
}

describe("iteration", () => {
  it("takes as many values as are asked for, and stops there", () => {
    const numbers = counter();
    expect([toArray(numbers, 3), toArray(numbers, 0), numbers.returned]).toStrictEqual([[0, 1, 2], [], 1]);
    expect([toArray([1, 2], 5), toArray([1, 2], -1), toArray("a😀", -1)]).toStrictEqual([
      [1, 2],
      [1, 2],
      ["a", "😀"],
    ]);
  });

  it("appends what any iterable gives", () => {
    const target: unknown[] = [0];
    for (const iterable of [[1, 2], new Set([3]), "45", []]) appendAll(target, iterable as Iterable<unknown>);
    expect(target).toStrictEqual([0, 1, 2, 3, "4", "5"]);
    appendPart(target, target, 1, 2);
    expect(target).toStrictEqual([0, 1, 2, 3, "4", "5", 1, 2]);
  });

  it("goes on by step and current, or by next", () => {
    const iterator = new ArrayIterator(["a", "b"]);
    expect([iterator.step(), iterator.current, iterator.next(), iterator.step(), iterator.next()]).toStrictEqual([
      true,
      "a",
      { value: "b", done: false },
      false,
      { value: undefined, done: true },
    ]);
    expect(iterator["@@iterator"]()).toBe(iterator);
  });
});
