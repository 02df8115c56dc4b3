// Values of random types go into a compiled module, are copied there part by part, and come out: as what the module itself gives.
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compileSource, loadNative } from "./load-module.ts";
import { randomBorderType, writeCopies } from "./random-border-type.ts";

/** A module takes longer to compile than thousands of values to cross. */
const TYPES = 4;
const VALUES = 40;

test("values of random types cross the border unchanged", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const types = fc.sample(randomBorderType(2), { numRuns: TYPES, seed });
      const source = writeCopies(types);
      const compiled = compileSource(source)();
      const native = await loadNative(source, String(seed));
      for (const [i, { values }] of types.entries()) {
        for (const value of fc.sample(values, { numRuns: VALUES, seed })) {
          const before = structuredClone(value);
          const place = `type T of copy${i} in\n${source}\nwith ${fc.stringify(value)}`;
          const wanted: unknown = native[`copy${i}`](value);
          const copy: unknown = compiled[`copy${i}`](value);
          expect(isDeepStrictEqual(copy, wanted), `the copy ${fc.stringify(copy)} of ${place}`).toBe(true);
          expect(Object.is(compiled[`same${i}`](value), value), `the identity of ${place}`).toBe(true);
          expect(isDeepStrictEqual(value, before), `that nothing changes: ${place}`).toBe(true);
        }
      }
    }),
    { numRuns: 5 },
  );
});
