import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createPublicReader, findPublicFolder } from "../src/core/public-files.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "rune public #1 ")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("is `public`, if there is one, or what the option names", () => {
  expect(findPublicFolder(root, "app", undefined)).toBeUndefined();
  mkdirSync(join(root, "public"));
  mkdirSync(join(root, "static/files"), { recursive: true });
  expect(findPublicFolder(root, "app", undefined)).toBe(join(root, "public"));
  expect(findPublicFolder(root, "app", "./static/files/")).toBe(join(root, "static/files"));
  expect(findPublicFolder(root, "app", false)).toBeUndefined();
});

it.each<[string, string]>([
  ["missing", "there is no folder `missing`, which the option `publicDir` names"],
  [".", "the project is in `.`, which the option `publicDir` names"],
  ["..", "the project is in `..`"],
  ["app", "`app` and `app` are in one another"],
  ["app/assets", "`app` and `app/assets` are in one another"],
])("is not %s", (option, message) => {
  mkdirSync(join(root, "app/assets"), { recursive: true });
  expect(() => findPublicFolder(root, "app", option)).toThrow(message);
});

it("may have links, but none that has no end", () => {
  const folder = join(root, "public");
  mkdirSync(join(folder, "inner"), { recursive: true });
  writeFileSync(join(folder, "inner/a.txt"), "a");
  symlinkSync(join(root, "gone"), join(folder, "gone"));
  symlinkSync(join(folder, "inner"), join(folder, "again"), "junction");
  let folders: string[] = [];
  const readPublic = createPublicReader();
  const read = (): ReadonlyMap<string, Uint8Array> => readPublic(folder, (path) => folders.push(path));
  expect([...read().keys()]).toEqual(["again/a.txt", "inner/a.txt"]);
  expect(folders).toEqual([folder, join(folder, "again"), join(folder, "inner")]);
  symlinkSync(folder, join(folder, "inner/back"), "junction");
  folders = [];
  expect(read).toThrow("leads back to a folder that it is in");
  expect(folders).toContain(join(folder, "again"));
});

it("is read again where it may have changed only", () => {
  const folder = join(root, "public");
  mkdirSync(folder);
  for (const name of ["kept", "edited", "deleted"]) writeFileSync(join(folder, name), "old");
  const elapsed = { ms: 0 };
  const readPublic = createPublicReader(() => Date.now() + elapsed.ms);
  const read = (): ReadonlyMap<string, Uint8Array> => readPublic(folder, () => {});
  const first = read();
  // Within the time that a file system may not tell apart it is read again.
  expect(read().get("kept")).not.toBe(first.get("kept"));
  elapsed.ms = 10_000;
  const second = read();
  writeFileSync(join(folder, "edited"), "new");
  rmSync(join(folder, "deleted"));
  const third = read();
  expect(third.get("kept")).toBe(second.get("kept"));
  expect([...third].map(([path, bytes]) => [path, String(bytes)])).toEqual([
    ["edited", "new"],
    ["kept", "old"],
  ]);
});
