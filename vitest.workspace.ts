import { defineConfig } from "vitest/config";
import { sourceAliases } from "./scripts/source-aliases.mjs";

/** Packages are tested from their sources; what a user installs is tested by the `apps` project, from built packages. */
export default defineConfig({
  resolve: { alias: sourceAliases() },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "packages",
          include: ["{packages,plugins,presets}/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts"],
          // Compilers run in many of them, on machines that do other work too.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["{packages,plugins,presets}/*/test/**/*.browser.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "apps",
          include: ["fixtures/{apps,test}/**/*.test.ts", "docs/test/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "typescript",
          include: ["fixtures/typescript/test/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
