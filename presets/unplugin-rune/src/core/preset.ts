import { existsSync } from "node:fs";
import { join } from "node:path";
import { createAppBuild, createPackagePlugin, type AppBuild, type BuildSetup } from "unplugin-rune-package";
import { createCachedCompiler } from "unplugin-rune-wasm";
import type { UnpluginOptions } from "unplugin";
import { createAppCache } from "./app-cache.ts";
import { listConfigs, loadConfig } from "./config/load-config.ts";
import { resolveOptions, type ResolvedRuneOptions, type RuneOptions } from "./options.ts";
import { assertOrigins } from "./pages/assert-origins.ts";
import { createHostFiles } from "./pages/create-host-files.ts";
import { createFrameCache, makeFrames } from "./pages/first-frames.ts";

/** What `rune()` is made of in every bundler. */
export interface Preset {
  readonly app: AppBuild;
  /** Builds the package, and its host pages. */
  readonly packagePlugin: UnpluginOptions;
}

/** Creates the build of an app, with its host pages, and with a compiler that works beside the bundler's thread. */
export function createPreset(options: RuneOptions = {}): Preset {
  // What is wrong with them is said where they are given.
  let resolved = resolveOptions(options);
  const { root, compileModule } = resolved.package;
  let project: string | undefined;
  const compiler = createCachedCompiler(() => (resolved.cache ? project : undefined));
  const recallFrames = createFrameCache(compiler);
  const app = createAppBuild({
    async findSettings(setup) {
      project = root ?? setup.root;
      const config = await loadConfig(project);
      resolved = config ? config.complete(options) : resolved;
      const writesPages = needsPages(resolved, { ...setup, root: project });
      if (writesPages && resolved.policy) assertOrigins(resolved.package.capabilities);
      const compile = compileModule ?? ((input, moduleOptions) => compiler.compile(input, moduleOptions));
      return {
        options: { ...resolved.package, compileModule: compile },
        writesPages,
        publicDir: resolved.publicDir,
        ...(!writesPages && resolved.pages === undefined && { notes: [ownPage] }),
      };
    },
    listConfigs: (setup) => listConfigs(root ?? setup.root),
    checkViews: (input) => compiler.checkViews(input),
    ...(!compileModule && { recallApp: createAppCache(compiler) }),
    createFiles: (built, { setup }, report) =>
      createHostFiles(built, setup, resolved, setup.release ? recallFrames : makeFrames, report),
    onClose: () => compiler.close(),
  });
  return { app, packagePlugin: createPackagePlugin(app) };
}

const ownPage = "rune: the project has a page or an entry of its own, so no host pages are written (option `pages`)";

/** A project with a page or an entry of its own has its own host page. */
function needsPages({ pages }: ResolvedRuneOptions, { hasInput, root }: BuildSetup): boolean {
  return pages ?? !(hasInput || existsSync(join(root, "index.html")));
}
