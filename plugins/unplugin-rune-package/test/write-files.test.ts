import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWriter } from "../src/core/write-files.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rune output #1 "));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("text");

describe("a file of a build", () => {
  // What is noted right after the file was written is not relied upon.
  it.each([0, 10_000])("is not written again while it is as it was written: %d ms later", async (ms) => {
    const file = join(root, "dist/a.txt");
    const write = createWriter(() => Date.now() + ms);
    await write(file, bytes);
    const { mtimeMs } = statSync(file);
    await write(file, new TextEncoder().encode("text"));
    await write(file, bytes);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  it.each<[string, (file: string) => void]>([
    ["has deleted it", (file) => rmSync(file)],
    ["has written another text of its size", (file) => writeFileSync(file, "Text")],
    [
      "has made that look as old",
      (file) => {
        const { atime, mtime } = statSync(file);
        writeFileSync(file, "Text");
        utimesSync(file, atime, mtime);
      },
    ],
  ])("is written again where somebody else %s", async (_, change) => {
    const file = join(root, "a.txt");
    for (const ms of [0, 10_000]) {
      const write = createWriter(() => Date.now() + ms);
      await write(file, bytes);
      change(file);
      await write(file, bytes);
      expect(readFileSync(file, "utf8")).toBe("text");
    }
  });

  it("is written where it is another one", async () => {
    const file = join(root, "a.txt");
    const write = createWriter();
    await write(file, bytes);
    await write(file, new TextEncoder().encode("next"));
    expect(readFileSync(file, "utf8")).toBe("next");
  });
});
