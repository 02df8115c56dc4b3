import { existsSync } from "node:fs";
import { join } from "node:path";
import { createAppBuild, createPackagePlugin, type AppBuild, type BuildSetup } from "unplugin-rune-package";
import { createModuleCompiler } from "unplugin-rune-wasm";
import type { UnpluginOptions } from "unplugin";
import { resolveOptions, type RuneOptions } from "./options.ts";
import { assertOrigins } from "./pages/assert-origins.ts";
import { createHostFiles } from "./pages/create-host-files.ts";

/** What `rune()` is made of in every bundler. */
export interface Preset {
  readonly app: AppBuild;
  /** Builds the package, and its host pages. */
  readonly packagePlugin: UnpluginOptions;
  /** Whether an app gets host pages. */
  hasPages(setup: Pick<BuildSetup, "root" | "hasInput">): boolean;
}

/** Creates the build of an app, with its host pages, and with a compiler that works beside the bundler's thread. */
export function createPreset(options?: RuneOptions): Preset {
  const resolved = resolveOptions(options);
  const compiler = createModuleCompiler();
  const hasPages: Preset["hasPages"] = ({ hasInput, root }) =>
    resolved.pages ?? !(hasInput || existsSync(join(root, "index.html")));
  const app = createAppBuild({
    ...resolved.package,
    writesPages: resolved.pages === true,
    compileModule: resolved.package.compileModule ?? ((input, moduleOptions) => compiler.compile(input, moduleOptions)),
    checkViews: (input) => compiler.checkViews(input),
    createFiles: async (built, setup, report) =>
      hasPages(setup) ? createHostFiles(built, setup, resolved, report) : new Map(),
    onConfigure(setup) {
      if (resolved.policy && hasPages(setup)) assertOrigins(resolved.package.capabilities);
    },
    onClose: () => compiler.close(),
  });
  return { app, packagePlugin: createPackagePlugin(app), hasPages };
}
