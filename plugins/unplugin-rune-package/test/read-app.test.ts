import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  expect([...readApp(root, "app").files.keys()]).toEqual(["pages/home/index.html"]);
  expect(readApp(root, "missing").files.size).toBe(0);
});

it("refuses links to files and folders, and loops of them", () => {
  for (const target of ["../secret.txt", "..", "."]) {
    symlinkSync(target, join(root, "app/link"));
    expect(() => readApp(root, "app")).toThrow(/app.link is a symbolic link/);
    rmSync(join(root, "app/link"));
  }
});

it("refuses an app folder that is a link", () => {
  symlinkSync(root, join(root, "other"));
  expect(() => readApp(root, "other")).toThrow(/other is a symbolic link/);
  expect(() => readApp(root, "other/app")).toThrow(/other is a symbolic link/);
});
