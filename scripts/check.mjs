// Everything about the sources that needs no test run: lint, format, imports, types of the tests.
import { runTool } from "./run.mjs";

const checks = [
  ["node_modules/oxlint/bin/oxlint", ["--deny-warnings"]],
  ["node_modules/oxfmt/bin/oxfmt", ["--check"]],
  ["scripts/check-imports.mjs", []],
  ["node_modules/typescript/bin/tsc", ["-p", "tsconfig.test.json"]],
];

const failed = checks.filter(([script, args]) => !runTool(script, args));
if (failed.length > 0) process.exit(1);
