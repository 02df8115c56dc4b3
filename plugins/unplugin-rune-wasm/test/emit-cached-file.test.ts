import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFile } from "../src/core/deliver/emit-cached-file.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rune-cached-file-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const bytes = new TextEncoder().encode("a module");

it("is in the nearest `node_modules`, under the digest of what it holds, and is made whole where it is damaged", () => {
  mkdirSync(join(root, "node_modules"));
  mkdirSync(join(root, "packages/app"), { recursive: true });
  const path = cacheFile(join(root, "packages/app"), "math.wasm", bytes);
  expect(path).toMatch(/\/node_modules\/\.cache\/unplugin-rune-wasm\/[0-9a-f]{16}\/math\.wasm$/);
  expect(path.startsWith(root)).toBe(true);
  for (const damage of ["", "a modula", "a module and more"]) {
    writeFileSync(path, damage);
    expect(cacheFile(join(root, "packages/app"), "math.wasm", bytes)).toBe(path);
    expect(readFileSync(path, "utf8")).toBe("a module");
  }
});

it("notes that it was used without being another", () => {
  mkdirSync(join(root, "node_modules"));
  const path = cacheFile(root, "math.wasm", bytes);
  utimesSync(path, 1, 1);
  cacheFile(root, "math.wasm", bytes);
  const { atimeMs, mtimeMs } = statSync(path);
  expect(mtimeMs).toBe(1000);
  expect(atimeMs).toBeGreaterThan(1000);
});

describe.runIf(process.getuid)("without a folder to write to", () => {
  const { TMPDIR } = process.env;
  const user = `unplugin-rune-wasm-${process.getuid?.()}`;
  beforeEach(() => {
    mkdirSync(join(root, "tmp"));
    process.env["TMPDIR"] = join(root, "tmp");
    // A file, so that there can be no folder in its place.
    mkdirSync(join(root, "app/node_modules"), { recursive: true });
    writeFileSync(join(root, "app/node_modules/.cache"), "");
  });
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
  });
  const write = (): string => cacheFile(join(root, "app"), "math.wasm", bytes);

  it("takes a temporary one that is its user's own, the same again", () => {
    const path = write();
    expect(path.startsWith(join(root, "tmp", user))).toBe(true);
    expect(write()).toBe(path);
    expect(statSync(join(root, "tmp", user)).mode & 0o777).toBe(0o700);
  });

  it("takes none that others may write to, or that is a link", () => {
    mkdirSync(join(root, "elsewhere"));
    for (const plant of [
      () => {
        mkdirSync(join(root, "tmp", user));
        chmodSync(join(root, "tmp", user), 0o777);
      },
      () => symlinkSync(join(root, "elsewhere"), join(root, "tmp", user)),
    ]) {
      plant();
      const path = write();
      expect(path.startsWith(join(root, "tmp", `${user}-`))).toBe(true);
      expect(readFileSync(path, "utf8")).toBe("a module");
      rmSync(join(root, "tmp", user), { recursive: true });
    }
    expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
  });
});
