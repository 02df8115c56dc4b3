import { assertWebpack, createLifecycle, type PackCompiler } from "@rune/bundlers";
import type { UnpluginOptions } from "unplugin";
import type { Compiler } from "webpack";
import type { BundlerApp } from "./bundler-app.ts";
import { setupEsbuild } from "./bundlers/esbuild.ts";
import { createInputHook, createRollupHooks } from "./bundlers/rollup.ts";
import { createViteHooks } from "./bundlers/vite.ts";
import { applyToWebpack } from "./bundlers/webpack.ts";

/** The hooks of the package plugin in every bundler. */
export function createPackagePlugin(app: BundlerApp): UnpluginOptions {
  const lifecycle = createLifecycle(() => app.close());
  const rollup = { ...createRollupHooks(app), ...createInputHook(app) };
  return {
    name: "unplugin-rune-package",
    vite: createViteHooks(app),
    rollup: rollup as NonNullable<UnpluginOptions["rollup"]>,
    rolldown: rollup as NonNullable<UnpluginOptions["rolldown"]>,
    esbuild: { setup: (build) => setupEsbuild(build, app, lifecycle) },
    webpack(compiler) {
      assertWebpack(compiler as PackCompiler);
      applyToWebpack(compiler, app);
    },
    // Of what is used of it, Rspack has the same.
    rspack: (compiler) => applyToWebpack(compiler as unknown as Compiler, app),
  };
}
