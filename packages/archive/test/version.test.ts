import { expect, it, test } from "vitest";
import { isNewer, isVersion } from "../src/manifest/version.ts";

it("orders versions by their numbers", () => {
  const ordered = ["0.0.1", "0.1.0", "0.1.1", "0.2.0", "0.10.0", "1.0.0", "1.0.10", "1.2.0", "2.0.0", "999999999.0.0"];
  for (const [i, a] of ordered.entries()) {
    for (const [j, b] of ordered.entries()) expect(isNewer(a, b)).toBe(i > j);
  }
  expect(isNewer("1.0.0-rc.1", "1.0.0")).toBe(false);
  expect(isNewer("1.0.0", "1.0.0-rc.1+build")).toBe(false);
  expect(isNewer("1.0.1-rc.1", "1.0.0")).toBe(true);
});

test.each(["1", "1.0", "01.0.0", "1.0.0-", "v1.0.0", "1.0.0 ", "1.0.0\n", "latest", "1.0.9999999999"])(
  "%j is no version",
  (text) => {
    expect(isVersion(text)).toBe(false);
  },
);
