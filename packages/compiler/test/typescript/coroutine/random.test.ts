import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compileSource, loadNative } from "../border/load-module.ts";
import type { Choose } from "../random/choose.ts";
import { createChoose } from "../random/choose.ts";
import type { CodeKind } from "./random-code.ts";
import { RandomCode } from "./random-code.ts";
import { support } from "./support.ts";

const FUNCTIONS = 8;
const KINDS: readonly CodeKind[] = ["generator", "async", "asyncGenerator"];
const RESULT = "number, number | undefined, number";

/** A module with functions `run0`, `run1` and so on, each of which tells what a random function has done. */
function createModule(choose: Choose): string {
  const parts = Array.from({ length: FUNCTIONS }, (_, index) => {
    const kind = KINDS[choose(KINDS.length)]!;
    const plan = JSON.stringify(
      Array.from({ length: 6 + choose(8) }, () => (choose(10) < 8 ? choose(7) : 7 + choose(2))),
    );
    const body = new RandomCode(kind, choose).body();
    const head = `body${index}(log: Log, p0: number, p1: number)`;
    const call = `body${index}(log, ${choose(5)}, ${choose(5)})`;
    const [made, run] = {
      generator: [
        `function* ${head}: Generator<${RESULT}>`,
        `string { const log: Log = []; return drive(log, ${call}, ${plan}); }`,
      ],
      async: [
        `async function ${head}: Promise<number | undefined>`,
        `Promise<string> { const log: Log = []; return settle(log, ${call}); }`,
      ],
      asyncGenerator: [
        `async function* ${head}: AsyncGenerator<${RESULT}>`,
        `Promise<string> { const log: Log = []; return driveAsync(log, ${call}, ${plan}); }`,
      ],
    }[kind] as [string, string];
    return `${made} {\n${body}\nreturn undefined;\n}\nexport function run${index}(): ${run}`;
  });
  return `${support}\n${parts.join("\n")}`;
}

it("runs random code in the order in which JavaScript does", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0 }), async (seed) => {
      const source = createModule(createChoose(seed));
      const compiled = compileSource(source)();
      const native = await loadNative(source, `random ${seed}`);
      for (let index = 0; index < FUNCTIONS; index++) {
        const name = `run${index}`;
        expect(await compiled[name](), `${name}\n${source}`).toBe(await native[name]());
      }
    }),
    { numRuns: Number(process.env["RANDOM_RUNS"] ?? 3), endOnFailure: true },
  );
});
