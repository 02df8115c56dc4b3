import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lowerCoroutines } from "../../../src/typescript/coroutine/index.ts";
import { printProgram } from "../../../src/typescript/ir/print/index.ts";
import { readCases, writeCase } from "../lower/cases.ts";
import { lowerSources } from "../lower/lower-source.ts";

const FOLDER = join(import.meta.dirname, "cases");

describe("functions that run in pieces", () => {
  it.each(readCases(FOLDER))("$name", (each) => {
    const { program } = lowerSources(each.files);
    lowerCoroutines(program.modules);
    const actual = printProgram(program);
    expect(actual).toBe(process.env["UPDATE_FIXTURES"] ? writeCase(each, actual, FOLDER) : each.expected);
  });
});
