import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readApp } from "../src/core/read-app.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rune-read-app-"));
  mkdirSync(join(root, "app/pages/home"), { recursive: true });
  writeFileSync(join(root, "app/pages/home/index.html"), "<p>x</p>");
  writeFileSync(join(root, "secret.txt"), "secret");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("reads files, and neither hidden ones nor dependencies", () => {
  mkdirSync(join(root, "app/node_modules"));
  writeFileSync(join(root, "app/node_modules/x.js"), "");
  writeFileSync(join(root, "app/.env"), "");
  expect([...readApp(root, "app").source.files.keys()]).toEqual(["pages/home/index.html"]);
  expect(readApp(root, "missing").source.files.size).toBe(0);
});

it("reads options and TypeScript of the project, and neither what is outside of it nor of packages nor behind links", () => {
  mkdirSync(join(root, "node_modules/base"), { recursive: true });
  mkdirSync(join(root, "shared"));
  for (const file of [
    "tsconfig.json",
    "node_modules/base/tsconfig.json",
    "../outside.json",
    "data.txt",
    "shared/a.ts",
  ]) {
    writeFileSync(join(root, file), "{}");
  }
  symlinkSync("../secret.txt", join(root, "shared/link.ts"));
  symlinkSync("shared", join(root, "linked"));
  const { source, others } = readApp(root, "app");
  const read = (path: string): string | undefined => source.readOutside?.(path);
  expect(["tsconfig.json", "shared/a.ts", "missing.json"].map(read)).toEqual(["{}", "{}", undefined]);
  expect(
    [
      "node_modules/base/tsconfig.json",
      "../outside.json",
      "app/../../outside.json",
      "/etc/x.json",
      "data.txt",
      "shared/link.ts",
      "linked/a.ts",
    ].map(read),
  ).toEqual(Array(7).fill(undefined));
  expect([...others.keys()]).toEqual(["tsconfig.json", "shared/a.ts"]);
  rmSync(join(root, "../outside.json"));
});

it("refuses links to files and folders, and loops of them", () => {
  for (const target of ["../secret.txt", "..", "."]) {
    symlinkSync(target, join(root, "app/link"));
    const { source, diagnostics } = readApp(root, "app");
    expect(diagnostics).toMatchObject([{ code: "app_symbolic_link", file: "app/link" }]);
    expect([...source.files.keys()].filter((path) => path.startsWith("link"))).toEqual([]);
    rmSync(join(root, "app/link"));
  }
});

it("refuses an app folder that is a link", () => {
  symlinkSync(root, join(root, "other"));
  for (const directory of ["other", "other/app"]) {
    const { source, folders, diagnostics } = readApp(root, directory);
    expect(diagnostics).toMatchObject([{ code: "app_symbolic_link", file: "other" }]);
    expect(folders).toEqual([directory]);
    expect(source.files.size).toBe(0);
  }
});

it("says what is there and cannot be read, and names it with the rest of what was read", () => {
  writeFileSync(join(root, "app/huge.bin"), "");
  truncateSync(join(root, "app/huge.bin"), 3 * 2 ** 30);
  mkdirSync(join(root, "tsconfig.json"));
  const { source, paths, diagnostics } = readApp(root, "app");
  expect(source.readOutside?.("tsconfig.json")).toBeUndefined();
  expect(source.readOutside?.("tsconfig.json")).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: "app_file_unreadable", file: "app/huge.bin" },
    { code: "app_file_unreadable", file: "tsconfig.json" },
  ]);
  expect([...source.files.keys()]).toEqual(["pages/home/index.html"]);
  expect(paths).toEqual(expect.arrayContaining(["app/huge.bin", "app/pages/home/index.html", "tsconfig.json"]));
});

it("takes none of two files for the other, whose names differ by how an accent is written", () => {
  writeFileSync(join(root, "app/caf\u00e9.txt"), "one");
  writeFileSync(join(root, "app/cafe\u0301.txt"), "two");
  const { diagnostics } = readApp(root, "app");
  // File systems of macOS have one of them.
  const isOne = process.platform === "darwin";
  expect(diagnostics.map(({ code }) => code)).toEqual(isOne ? [] : ["app_name_twice"]);
});
