import type { ManifestDraft } from "@rune/schema";
import { expect, it } from "vitest";
import { createMemorySource, openPackage, readView, sealPackage } from "../src/index.ts";
import { createIntactDraft, createIntactFiles } from "./intact-package.ts";

/** Far more than the work takes, far less than it took when it grew with the square of the size. */
const LIMIT = 10_000;

async function seal(draft: Partial<ManifestDraft>, view?: object): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = createIntactFiles();
  if (view) files.set("views/home.view.json", new TextEncoder().encode(JSON.stringify(view)));
  return (await sealPackage({ ...createIntactDraft(), ...draft }, files)).files;
}

it("checks many routes in time that grows with their number", async () => {
  const routes = Array.from({ length: 15_000 }, (_, i) => ({ pattern: `/${i}`, view: "home" }));
  const started = performance.now();
  await openPackage(createMemorySource(await seal({ routes, entry: "/1" })));
  expect(performance.now() - started).toBeLessThan(LIMIT);
}, 120_000);

it("finds the places of many bindings among many siblings in time that grows with their number", async () => {
  const count = 60_000;
  const nodes = [["p", {}, ...Array.from({ length: count }, () => ""), ["b", {}]]];
  const bindings = Array.from({ length: count }, () => ({ type: "show", at: [0, count], value: 1 }));
  const view = { format: "rune.view", version: 1, name: "home", templates: [{ nodes, bindings }] };
  const pkg = await openPackage(createMemorySource(await seal({}, view)));
  const started = performance.now();
  expect((await readView(pkg, "home")).templates).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(LIMIT);
}, 120_000);

it("takes optional parameters that follow each other, and refuses an entry that is no address", async () => {
  const routes = [{ pattern: "/:a?/:b?", view: "home" }];
  await expect(seal({ routes, entry: "/x" })).resolves.toBeDefined();
  await expect(seal({ routes: [{ pattern: "/*rest", view: "home" }], entry: `/${"a/".repeat(1000)}` })).rejects.toThrow(
    /no route serves/,
  );
});
