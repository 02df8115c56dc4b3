// The whole test run: build, browser, checks, tests. Arguments go to Vitest.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./ensure-browser.mjs";
import { root, runTool } from "./run.mjs";

const results = join(root, "test-output/results.json");

try {
  process.env.RUNE_BROWSER = ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!runTool("scripts/build.mjs") || !runTool("scripts/check.mjs")) process.exit(1);
const passed = runTool("node_modules/vitest/vitest.mjs", [
  "run",
  "--config",
  "vitest.workspace.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}`,
  ...process.argv.slice(2),
]);
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, "utf8"));
console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
process.exit(passed ? 0 : 1);
