import { expect, test } from "vitest";
import { compileSource } from "./load-module.ts";

const source = `
export interface Shape { name: string; corners: { x: number; y: number }[]; style: { width: number } }
export function corners(shapes: Shape[]): number { return shapes.reduce((sum, shape) => sum + shape.corners.length, 0); }
export function width(shape: Shape): number { return shape.style.width; }
`;
const shape = { name: "a", corners: [{ x: 1, y: 2 }], style: { width: 1 } };

test("what is missing and not asked for is named, with its place", () => {
  const m = compileSource(source)();
  expect(m.corners([shape, shape])).toBe(2);
  expect(() => m.corners([shape, { name: "b", style: { width: 1 } }])).toThrow(
    new TypeError("corners: shapes must be an array, not undefined (at [1].corners)"),
  );
  expect(() => m.width({ ...shape, style: null })).toThrow(
    new TypeError("width: shape must be an object, not null (at .style)"),
  );
  expect(() => m.width({ ...shape, style: {} })).toThrow(
    new TypeError("width: shape must be a number, not undefined (at .style.width)"),
  );
});
