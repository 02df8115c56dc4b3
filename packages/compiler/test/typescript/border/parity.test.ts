import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Exports } from "./load-module.ts";
import type { Uses } from "./parity.ts";
import { observeBoth } from "./parity.ts";

const CASES = join(import.meta.dirname, "cases");

describe("a compiled module is used as the module itself", { timeout: 60_000 }, () => {
  it.each(readdirSync(CASES))("%s", async (name) => {
    const source = readFileSync(join(CASES, name, "module.ts"), "utf8");
    const { uses } = (await import(`./cases/${name}/uses.mjs`)) as { uses: Uses<Exports> };
    const { compiled, native } = await observeBoth(source, uses);
    expect(compiled).toStrictEqual(native);
  });
});
