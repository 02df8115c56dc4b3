// The whole test run: build, browser, checks, tests. Arguments go to Vitest.
// Users build with Node 20, so the machine's own Node builds; what tests run may need more, and gets the repository's.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./ensure-browser.mjs";
import { machineNode, root, runTool } from "./run.mjs";

const results = join(root, "test-output/results.json");

try {
  process.env.RUNE_BROWSER = ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!runTool("scripts/build.mjs", [], { node: machineNode }) || !runTool("scripts/check.mjs")) process.exit(1);
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
