import { expect, test } from "vitest";
import { compileSource } from "./load-module.ts";

const source = `
export class ParseError extends Error {
  constructor(message: string, readonly line: number) { super(message); }
}
export class DeepError extends ParseError {}
export class Point { x = 1; }
export class Place { x = 1; }
export function fail(deep: boolean): void { throw deep ? new DeepError("deep", 1) : new ParseError("flat", 2); }
export const point = (): Point => new Point();
`;

test("instances of a class are instances of it to who has it from another module", () => {
  const make = compileSource(source);
  const [one, other] = [make(), make()];
  const thrown = (deep: boolean): unknown => {
    try {
      return other.fail(deep);
    } catch (error) {
      return error;
    }
  };
  expect(thrown(false)).toBeInstanceOf(one.ParseError);
  expect(thrown(true)).toBeInstanceOf(one.ParseError);
  expect(thrown(true)).toBeInstanceOf(one.DeepError);
  expect(thrown(false)).not.toBeInstanceOf(one.DeepError);
  expect(other.point()).toBeInstanceOf(one.Point);
  expect(other.point()).not.toBeInstanceOf(one.Place);
  expect(new Error("another")).not.toBeInstanceOf(one.ParseError);
  expect({ x: 1 }).not.toBeInstanceOf(one.Point);
  const Extended = class extends one.Point {};
  expect(other.point()).not.toBeInstanceOf(Extended);
});
