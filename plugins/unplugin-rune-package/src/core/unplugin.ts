import { createUnplugin, type UnpluginInstance } from "unplugin";
import { createBundlerApp } from "./bundler-app.ts";
import { resolveOptions, type RunePackageOptions } from "./options.ts";
import { createPackagePlugin } from "./plugin.ts";

/** Compiles the app's folder and emits `<id>.rune/` beside the bundle. */
export const unpluginRunePackage: UnpluginInstance<RunePackageOptions | undefined, false> = createUnplugin(
  (options?: RunePackageOptions) => {
    const settings = { options: resolveOptions(options), writesPages: false };
    return createPackagePlugin(createBundlerApp({ findSettings: async () => settings }));
  },
);
