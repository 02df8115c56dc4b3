import { describe, expect, it } from "vitest";
import { readCases, writeCase } from "./cases.ts";
import { printLowered } from "./lower-source.ts";

describe("lowering", () => {
  it.each(readCases())("$name", (each) => {
    const actual = printLowered(each.files);
    expect(actual).toBe(process.env["UPDATE_FIXTURES"] ? writeCase(each, actual) : each.expected);
  });
});
