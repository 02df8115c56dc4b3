// Small random functions are compiled, a few to a module, and must return what they return as JavaScript.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSource, loadNative } from "../border/load-module.ts";
import type { Choose } from "./choose.ts";
import { createChoose } from "./choose.ts";
import { makeNarrowing } from "./narrowing.ts";
import { makeNumbers } from "./numbers.ts";
import { makeTuples } from "./tuples.ts";

const FUNCTIONS = 10;

/** Makes the text of a function's body, that ends with what it returns. */
type MakeBody = (choose: Choose) => string;

const KINDS: Readonly<Record<string, { support: string; body: MakeBody }>> = {
  "numbers of all sizes": makeNumbers,
  tuples: makeTuples,
  "values of several types": makeNarrowing,
};

function createModule({ support, body }: { support: string; body: MakeBody }, choose: Choose): string {
  const functions = Array.from({ length: FUNCTIONS }, (_, index) => {
    return `export function run${index}(): unknown[] {\nconst out: unknown[] = [];\n${body(choose)}\nreturn out;\n}`;
  });
  return `${support}\n${functions.join("\n")}`;
}

describe("random functions return what they return as JavaScript", () => {
  test.each(Object.entries(KINDS))("%s", { timeout: 300_000 }, async (_name, kind) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0 }), async (seed) => {
        const source = createModule(kind, createChoose(seed));
        const compiled = compileSource(source)();
        const native = await loadNative(source, `random ${seed}`);
        for (let index = 0; index < FUNCTIONS; index++) {
          const name = `run${index}`;
          expect(compiled[name](), `${name}\n${source}`).toEqual(native[name]());
        }
      }),
      { numRuns: Number(process.env["RANDOM_RUNS"] ?? 4), endOnFailure: true },
    );
  });
});
