import { expect, it } from "vitest";
import { compileView } from "../../src/html/index.ts";

it("reports an error a character in time that grows with their number", () => {
  const started = performance.now();
  const { diagnostics } = compileView(
    { file: "app/pages/home/index.html", name: "home", source: "<".repeat(30_000) },
    { policy: { origins: [], frames: false } },
  );
  expect(diagnostics.length).toBeGreaterThan(10_000);
  expect(diagnostics.reduce((size, { frame = "" }) => size + frame.length, 0)).toBeLessThan(10_000_000);
  expect(performance.now() - started).toBeLessThan(10_000);
}, 60_000);
