import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RUNE_VERSION } from "@rune/schema";
import { describe, expect, test } from "vitest";
import { listPackages } from "../source-aliases.mjs";

interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const root = join(import.meta.dirname, "../..");
const read = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;

const published = listPackages().map(({ manifest }) => manifest as Manifest);
const names = new Set(published.map(({ name }) => name));
const apps = readdirSync(join(root, "fixtures/apps")).map((name) => read(`fixtures/apps/${name}`));
const workspaces = [read(""), read("benchmarks"), ...published, ...apps];

test.each([read(""), ...published].map(({ name, version }) => [name, version]))(
  "%s has Rune's version",
  (_, version) => {
    expect(version).toBe(RUNE_VERSION);
  },
);

describe.each(workspaces.map((manifest) => [manifest.name, manifest] as const))("%s", (_, manifest) => {
  test("depends on packages of this repository in Rune's version", () => {
    const wanted = [
      manifest.dependencies,
      manifest.devDependencies,
      manifest.optionalDependencies,
      manifest.peerDependencies,
    ].flatMap((each) => Object.entries(each ?? {}).filter(([name]) => names.has(name)));
    expect(wanted).toEqual(wanted.map(([name]) => [name, RUNE_VERSION]));
  });
});
