import { RuneError } from "@rune/schema";
import { expect, it, vi } from "vitest";
import { createReporter } from "../src/create-reporter.ts";

it("tells a hundred reports of a code in a second, and once that there are more", () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(0);
  const told: string[] = [];
  const report = createReporter(({ code, message }) => told.push(code === "reports_left_out" ? message : code));
  for (let i = 0; i < 150; i++) report(new RuneError("one", "One."));
  report(new RuneError("two", "Two."));
  const hundred = Array.from({ length: 100 }, () => "one");
  expect(told).toEqual([...hundred, expect.stringContaining("`one`"), "two"]);
  now.mockReturnValue(1000);
  report(new RuneError("one", "One."));
  expect(told.slice(102)).toEqual(["one"]);
});
