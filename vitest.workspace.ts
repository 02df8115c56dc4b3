import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { sourceAliases } from "./scripts/source-aliases.mjs";

/** Packages are tested from their sources; what a user installs is tested by the `apps` project, from built packages. */
export default defineConfig({
  resolve: { alias: sourceAliases() },
  test: {
    maxWorkers: availableParallelism(),
    setupFiles: ["scripts/seed-tests.mjs"],
    // What is waited for comes at once, or on a busy machine later; the limits are for what never comes.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "packages",
          include: ["{packages,plugins,presets}/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["{packages,plugins,presets}/*/test/**/*.browser.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "apps",
          expect: { poll: { timeout: 20_000 } },
          include: ["fixtures/{apps,test}/**/*.test.ts", "docs/test/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: "typescript",
          setupFiles: ["scripts/seed-tests.mjs"],
          include: ["fixtures/typescript/test/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
