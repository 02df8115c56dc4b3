import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { getFingerprint } from "../src/core/cache/fingerprint.ts";

const packages = [
  "@rune/compiler",
  "@rune/guest",
  "@rune/schema",
  "assemblyscript",
  "binaryen",
  "entities",
  "parse5",
  "typescript",
];

/** The fingerprint of a compiler that lies in `modules` with others, of which files are these, written at `time`, in seconds. */
function install(files: Readonly<Record<string, string>> = {}, time = 1, modules = "node_modules"): string {
  const folder = mkdtempSync(join(tmpdir(), "rune-fingerprint-"));
  // Where the compiler is, it finds the others.
  if (modules !== "node_modules") symlinkSync(modules, join(folder, "node_modules"));
  const all: Record<string, string> = { "@rune/compiler/dist/engines/index.js": "" };
  for (const name of packages) {
    all[`${name}/package.json`] = JSON.stringify({ name, version: "1.0.0", main: "dist/index.js" });
    all[`${name}/dist/index.js`] = "";
  }
  for (const [path, text] of Object.entries({ ...all, ...files })) {
    const place = join(folder, modules, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    utimesSync(place, time, time);
  }
  const fingerprint = getFingerprint(join(folder, modules, "@rune/compiler/dist/engines/index.js"));
  rmSync(folder, { recursive: true });
  return fingerprint;
}

it("is another where the compiler, a part of it, or what it compiles with is another", () => {
  const changes = ["@rune/compiler/dist/a.js", "@rune/guest/dist/index.js", "@rune/schema/dist/inner/rules.js"].map(
    (path) => ({ [path]: "changed" }),
  );
  const versions = packages.map((name) => ({
    [`${name}/package.json`]: JSON.stringify({ name, version: "1.0.1", main: "dist/index.js" }),
  }));
  expect(install()).toBe(install());
  expect(new Set([install(), ...[...changes, ...versions].map((files) => install(files))]).size).toBe(
    1 + changes.length + versions.length,
  );
  expect(getFingerprint()).toMatch(/^[0-9a-f]{64}$/);
});

it("is the same after it is installed again, and another when a compiler that is worked on is built again", () => {
  expect(install({}, 2)).toBe(install({}, 1));
  expect(install({}, 2, "packages")).not.toBe(install({}, 1, "packages"));
});
