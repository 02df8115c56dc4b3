import { existsSync } from "node:fs";
import { join } from "node:path";
import type { UnpluginContextMeta, UnpluginOptions } from "unplugin";
import {
  createBundlerApp,
  createPackagePlugin,
  type BundlerApp,
  type BundlerSetup,
} from "unplugin-rune-package/internal";
import { createViewPlugin, type ViewSettings } from "unplugin-rune-view/internal";
import { createCachedCompiler, createWasmPlugin, type WasmSettings } from "unplugin-rune-wasm/internal";
import { createAppCache } from "./app-cache.ts";
import { loadConfig } from "./config/load-config.ts";
import { resolveOptions, type ResolvedRuneOptions, type RuneOptions } from "./options.ts";
import { assertOrigins } from "./pages/assert-origins.ts";
import { createHostFiles } from "./pages/create-host-files.ts";
import { createFrameCache, makeFrames } from "./pages/first-frames.ts";

/** What `rune()` is made of in every bundler. */
export interface Preset {
  readonly app: BundlerApp;
  /** Creates what builds the package and its host pages, and what loads views and modules that the project imports. */
  createPlugins(framework: UnpluginContextMeta["framework"]): UnpluginOptions[];
}

/** Creates the build of an app, with its host pages, and with a compiler that works beside the bundler's thread. */
export function createPreset(options: RuneOptions = {}): Preset {
  // What is wrong with them is said where they are given.
  const inline = resolveOptions(options);
  let resolved = inline;
  const { root } = inline.package;
  let project: string | undefined;
  const compiler = createCachedCompiler(() => (resolved.cache ? project : undefined));
  const recallFrames = createFrameCache(compiler);
  const app = createBundlerApp({
    async findSettings(setup, onFile) {
      const folder = root ?? setup.root;
      const config = await loadConfig(folder, onFile);
      resolved = config ? config.complete(options) : inline;
      project = folder;
      const writesPages = needsPages(resolved, { ...setup, root: folder });
      if (writesPages && resolved.policy) assertOrigins(resolved.package.capabilities);
      return {
        options: resolved.package,
        writesPages,
        publicDir: resolved.publicDir,
        ...(!writesPages && resolved.pages === undefined && { notes: [ownPage] }),
      };
    },
    compileModule: compiler.compile,
    checkViews: compiler.checkViews,
    recallApp: createAppCache(compiler),
    createFiles: (built, { setup }, report) =>
      createHostFiles(built, setup, resolved, setup.release ? recallFrames : makeFrames, report),
    onClose: () => compiler.close(),
  });

  /** What the options say, once they are known. Those of a file are read anew by each build. */
  async function findOptions(): Promise<ResolvedRuneOptions> {
    if (project === undefined) await app.prepare();
    return resolved;
  }

  async function findViewSettings(): Promise<ViewSettings> {
    const { capabilities } = (await findOptions()).package;
    return { options: { origins: capabilities.find(({ name }) => name === "net")?.origins ?? [] }, root };
  }

  async function findWasmSettings(): Promise<WasmSettings> {
    return { options: (await findOptions()).wasm, root };
  }

  return {
    app,
    createPlugins: (framework) => [
      createPackagePlugin(app),
      createViewPlugin(findViewSettings, framework),
      createWasmPlugin({ findSettings: findWasmSettings, compiler }, framework),
    ],
  };
}

const ownPage = "rune: the project has a page or an entry of its own, so no host pages are written (option `pages`)";

/** A project with a page or an entry of its own has its own host page. */
function needsPages({ pages }: ResolvedRuneOptions, { hasInput, root }: BundlerSetup): boolean {
  return pages ?? !(hasInput || existsSync(join(root, "index.html")));
}
