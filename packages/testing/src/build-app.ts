import { resolveOptions } from "unplugin-rune-package";
import { createAppBuilder } from "unplugin-rune-package/internal";
import type { RunePackageOptions } from "unplugin-rune-package";
import type { SealedPackage } from "@rune/archive";
import { resolve } from "node:path";

/** Which app is tested. The options of the package are those that the bundler's plugin has. */
export interface AppOptions extends RunePackageOptions {
  /**
   * Folder of the project, the one with `package.json`.
   * @default the current folder
   */
  root?: string;
}

const built = new Map<string, Promise<SealedPackage>>();

/**
 * Builds an app as the dev server does: once for all tests of a file.
 *
 * @throws BuildError (as a rejection) with all mistakes that were found
 */
export function buildApp({ root = process.cwd(), ...options }: AppOptions): Promise<SealedPackage> {
  const path = resolve(root);
  const key = JSON.stringify([path, options]);
  const known = built.get(key) ?? build(path, options);
  built.set(key, known);
  return known;
}

async function build(root: string, options: RunePackageOptions): Promise<SealedPackage> {
  const builder = createAppBuilder({ ...resolveOptions(options), root, release: false });
  const app = await builder.build();
  const error = builder.createError(app);
  if (error) throw error;
  if (!app.sealed) throw new Error(`${builder.directory} has no package`);
  return app.sealed;
}
