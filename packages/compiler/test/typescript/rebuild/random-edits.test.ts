// Programs are edited at random in the bodies of their functions: what a session makes of each edit is what compiling anew makes of it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compileTypeScript } from "../../../src/typescript/compile.ts";
import { createCompileSession } from "../../../src/typescript/rebuild/session.ts";
import { createChoose, pick } from "../random/choose.ts";
import { editBody } from "./random-edit.ts";

const folder = join(import.meta.dirname, "../../../../../fixtures/typescript/programs");
const programs = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const EDITS = 4;

test("edits of bodies give what compiling anew gives", { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const choose = createChoose(seed);
      const name = pick(choose, programs);
      const session = createCompileSession();
      let text = readFileSync(join(folder, name), "utf8");
      compileTypeScript({ file: name, source: text, readFile: () => undefined }, {}, session);
      for (let index = 0; index < EDITS; index++) {
        const source = editBody(text, choose);
        const input = { file: name, source, readFile: () => undefined };
        const [warm, cold] = [compileTypeScript(input, {}, session), compileTypeScript(input)];
        const place = `edit ${index} of ${name} with seed ${seed}\n${source}`;
        expect(warm.diagnostics, place).toEqual(cold.diagnostics);
        expect(Buffer.compare(warm.module?.bytes ?? Buffer.of(), cold.module?.bytes ?? Buffer.of()), place).toBe(0);
        expect(warm.module?.declaration, place).toBe(cold.module?.declaration);
        // What is wrong stays for one edit.
        if (cold.module) text = source;
      }
    }),
    { numRuns: Number(process.env["RANDOM_RUNS"] ?? 2), endOnFailure: true },
  );
});
