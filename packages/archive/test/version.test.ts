import { expect, it, test } from "vitest";
import { compareVersions, isVersion, parseVersion } from "../src/manifest/version.ts";

it("orders versions as semver's own list does", () => {
  const ordered = [
    "0.0.1",
    "0.1.0",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.1",
    "1.2.0",
    "1.10.0",
    "2.0.0",
  ].map(parseVersion);
  for (const [i, a] of ordered.entries()) {
    for (const [j, b] of ordered.entries()) expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j));
  }
  expect(compareVersions(parseVersion("1.0.0+a"), parseVersion("1.0.0+b"))).toBe(0);
});

test.each(["1", "1.0", "01.0.0", "1.0.0-", "v1.0.0", "1.0.0 ", "1.0.0\n", "latest", "1.0.0-a..b", "1.0.9999999999"])(
  "%j is no version",
  (text) => {
    expect(isVersion(text)).toBe(false);
  },
);
