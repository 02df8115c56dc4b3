import { readFileSync, readdirSync } from "node:fs";
import { it } from "vitest";
import { printLowered } from "./lower-source.ts";
const roots = ["cases", "programs", "kernels"].map(
  (x) => new URL(`../../../../../fixtures/typescript/${x}/`, import.meta.url),
);
it("smoke", () => {
  for (const root of roots)
    for (const f of readdirSync(root).filter((x) => x.endsWith(".ts"))) {
      const t = performance.now();
      try {
        const text = printLowered({ [f]: readFileSync(new URL(f, root), "utf8") });
        const bad = /typescript_un|error:/.exec(text);
        console.log(f, text.length, (performance.now() - t) | 0, bad ? text.slice(0, 1500) : "");
      } catch (e) {
        console.log(f, "THROWS", (e as Error).stack?.slice(0, 900));
      }
    }
}, 600000);
