import type { SealedPackage } from "@rune/archive";
import { compileTestApp } from "./compile-test-app.ts";

/** An app that counts, to be mounted beside a hostile one: while it counts, the page is alive. */
export function compileNeighbour(): Promise<SealedPackage> {
  return compileTestApp({
    "pages/home/index.html": `<output data-bind="count"></output><button data-onclick="add">add</button>`,
    "pages/home/controller.ts": `export let count = 0; export function add(): void { count++; }`,
  });
}
