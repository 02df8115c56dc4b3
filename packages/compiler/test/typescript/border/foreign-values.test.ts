import { describe, expect, test } from "vitest";
import { compileSource } from "./load-module.ts";

/*
 * Values of one module that another one is given: two apps of a page can have the same class. They are taken for what they say in JavaScript, or refused by
 * an error that JavaScript can catch; none is taken for an object of the other module, and none traps.
 */

const source = `
export class Point {
  #hidden = 7;
  x = 1;
  move(by: number): number { this.x += by + this.#hidden - 7; return this.x; }
  get double(): number { return this.x * 2; }
  set double(value: number) { this.x = value / 2; }
}
export class Place { y = "y"; name(): string { return this.y; } }
export const point = (): Point => new Point();
export const place = (): Place => new Place();
export function takePoint(given: Point): number { return given.move(1); }
export function takePoints(given: Point[]): number { let sum = 0; for (const each of given) sum += each.x; return sum; }
export function takeRecord(given: { x: number }): number { return given.x; }
export function takeList(given: number[]): number { return given.length; }
export const list = (): number[] => [1, 2, 3];
export const points = (): Point[] => [new Point(), new Point()];
export function takeCallback(given: (x: number) => number): number { return given(2); }
export const callback = (): ((x: number) => number) => (x) => x * 10;
export function takeMap(given: Map<string, number>): number { return given.get("a") ?? -1; }
export const map = (): Map<string, number> => new Map([["a", 5]]);
export async function takePromise(given: Promise<number>): Promise<number> { return (await given) + 1; }
export async function promise(): Promise<number> { return 4; }
`;

const make = compileSource(source);
const [one, other] = [make(), make()];

/** What a call comes to; what is no error of JavaScript is a trap. */
function attempt(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return "refused";
  }
}

describe("instances of another module", () => {
  test.each<[name: string, act: () => unknown]>([
    ["as an argument", () => one.takePoint(other.point())],
    ["in an array", () => one.takePoints([one.point(), other.point()])],
    ["in an array of the other module", () => one.takePoints(other.points())],
    ["of another class", () => one.takePoint(one.place())],
    ["of another class of another module", () => one.takePoint(other.place())],
    ["of a class that JavaScript extends", () => one.takePoint(Object.create(one.Point.prototype))],
    ["behind a proxy", () => one.takePoint(new Proxy(one.point(), {}))],
    ["that only look like one", () => one.takePoint({ x: 1, move: () => 5, double: 2 })],
    ["as the receiver of another class", () => one.Point.prototype.move.call(one.place(), 1)],
    ["as the receiver behind a proxy", () => one.Point.prototype.move.call(new Proxy(one.point(), {}), 1)],
    ["as the receiver that is none", () => one.Point.prototype.move.call(null, 1)],
  ])("are refused %s", (_name, act) => {
    expect(attempt(act)).toBe("refused");
  });

  test("are themselves as receivers of its methods", () => {
    const point = other.point();
    const before = one.point();
    expect([1, "refused"]).toContain(attempt(() => point.x));
    attempt(() => one.Point.prototype.move.call(point, 1));
    const { get, set } = Object.getOwnPropertyDescriptor(one.Point.prototype, "double") as PropertyDescriptor;
    attempt(() => get?.call(point));
    attempt(() => set?.call(point, 50));
    expect(before.x).toBe(1);
    expect(typeof point.x).toBe("number");
  });

  test("are refused to accessors of fields", () => {
    const { get, set } = Object.getOwnPropertyDescriptor(one.point(), "x") as PropertyDescriptor;
    for (const receiver of [other.place(), one.place(), {}, null, 5]) {
      attempt(() => get?.call(receiver));
      attempt(() => set?.call(receiver, 1));
    }
    expect(one.takePoint(one.point())).toBe(2);
  });
});

test("other values of another module are what they are in JavaScript", async () => {
  expect(one.takeRecord(other.point())).toBe(1);
  expect(one.takeList(other.list())).toBe(3);
  expect(one.takeCallback(other.callback())).toBe(20);
  expect(one.takeMap(other.map())).toBe(5);
  expect(await one.takePromise(other.promise())).toBe(5);
});
