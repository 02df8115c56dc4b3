import { BuildError, type Diagnostic } from "@rune/schema";
import { expect, test } from "vitest";
import type { BuiltApp } from "unplugin-rune-package/internal";
import { buildSession, createSession } from "../src/core/dev/dev-session.ts";

const range = { start: { line: 1, column: 2, offset: 1 }, end: { line: 1, column: 3, offset: 2 } };
const note = (severity: Diagnostic["severity"], message: string): Diagnostic => ({
  severity,
  code: "view_form_reloads",
  message,
  file: "app/pages/home/index.html",
  range,
});

test("development prints each warning once, until a build is without it", async () => {
  let diagnostics: Diagnostic[] = [];
  const printed: string[] = [];
  const build = async (): Promise<BuiltApp> => ({
    id: "app",
    pages: [],
    calls: [],
    diagnostics,
    dependencies: [],
    folders: [],
  });
  const builder = { directory: "", build, preview: build, invalidate() {}, createError: () => undefined };
  const session = createSession(builder, { warn: (text) => printed.push(text), fail() {}, watch() {} });
  const printedBy = async (...next: Diagnostic[]): Promise<string[]> => {
    diagnostics = next;
    await buildSession(session);
    return printed.splice(0).map((text) => /first|second|wrong/.exec(text)?.[0] ?? text);
  };
  expect(await printedBy(note("warning", "first"))).toEqual(["first"]);
  expect(await printedBy(note("warning", "first"))).toEqual([]);
  expect(await printedBy(note("warning", "second"), note("error", "wrong"))).toEqual(["second"]);
  expect(await printedBy(note("warning", "first"), note("warning", "second"))).toEqual(["first"]);
});

test("development prints an error once, also that of the first page that is asked for, until it is another", async () => {
  let message = "first";
  const printed: string[] = [];
  const build = async (): Promise<BuiltApp> => ({
    id: "app",
    pages: [],
    calls: [],
    diagnostics: [],
    dependencies: [],
    folders: [],
  });
  const createError = (): BuildError | undefined =>
    message === "" ? undefined : new BuildError([note("error", message)]);
  const builder = { directory: "", build, preview: build, invalidate() {}, createError };
  const session = createSession(builder, { warn() {}, fail: (error) => printed.push(error.message), watch() {} });
  const printedBy = async (next: string): Promise<string[]> => {
    message = next;
    await buildSession(session);
    return printed.splice(0);
  };
  expect(await printedBy("first")).toEqual([expect.stringContaining("first")]);
  expect(await printedBy("first")).toEqual([]);
  expect(await printedBy("second")).toEqual([expect.stringContaining("second")]);
  expect(await printedBy("")).toEqual([]);
  expect(await printedBy("second")).toEqual([expect.stringContaining("second")]);
});
