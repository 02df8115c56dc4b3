import { expect, test } from "vitest";
import { toText } from "../../src/renderer/to-text.ts";

test("values show as texts: dates as ISO 8601 has them, other objects as JSON", () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const values = [null, undefined, 0, true, "a", new Date(0), new Date(NaN), { at: new Date(0) }, ["a", null], circle];
  expect(values.map(toText)).toEqual([
    "",
    "",
    "0",
    "true",
    "a",
    "1970-01-01T00:00:00.000Z",
    "",
    '{"at":"1970-01-01T00:00:00.000Z"}',
    '["a",null]',
    "",
  ]);
});
