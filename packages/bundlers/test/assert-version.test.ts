import { expect, it } from "vitest";
import { assertVersion } from "../src/assert-version.ts";

it.each([
  ["7.0.0", "7.0"],
  ["8.3.8", "7.0"],
  ["5.112.2", "5.83"],
  ["1.0.0-rc.1", "1.0"],
])("%s is at least %s", (version, least) => {
  expect(() => assertVersion("Vite", version, least)).not.toThrow();
});

it("names the bundler, what is needed and what is there", () => {
  expect(() => assertVersion("webpack", "5.9.1", "5.83")).toThrow(
    "rune: webpack 5.83 or newer is needed, and this is 5.9.1",
  );
  expect(() => assertVersion("Vite", undefined, "7.0")).toThrow(
    "rune: Vite 7.0 or newer is needed, and this is an older one",
  );
});
