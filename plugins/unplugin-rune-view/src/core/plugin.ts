import {
  assertRollup,
  assertVite,
  assertViteVersion,
  assertWebpack,
  createResolveHook,
  createServerAccess,
  keepOwnLoaders,
  loadInEsbuild,
  type BundlerMeta,
  type LoadersCompiler,
  type LoadingBuild,
  type PackCompiler,
} from "@rune/bundlers";
import { describeFailure, type MarkupPolicy } from "@rune/schema";
import type { UnpluginContextMeta, UnpluginOptions } from "unplugin";
import type { LoadContext, ViewProject } from "./compile-file.ts";
import type { ResolvedRuneViewOptions } from "./options.ts";
import { viewQuery } from "./view-query.ts";

/** Code of a module without positions: it was written by nobody. */
interface GeneratedCode {
  code: string;
  map: null;
}

/** The plugin's name, which bundlers show. */
const PLUGIN_NAME = "unplugin-rune-view";

/** What a project says of its views. */
export interface ViewSettings {
  readonly options: ResolvedRuneViewOptions;
  /** Absolute path of the project, where it is another folder than the bundler's. */
  readonly root?: string | undefined;
}

/**
 * The hooks of the view plugin: an HTML file imported with `?view` becomes a module that exports its view.
 *
 * @param findSettings finds the settings, which may have come from a file of the project; asked once the bundler has said where that is. May throw
 */
export function createViewPlugin(
  findSettings: () => Promise<ViewSettings>,
  framework: UnpluginContextMeta["framework"],
): UnpluginOptions {
  let project: ViewProject = { root: process.cwd() };

  async function generate(id: string, context: LoadContext): Promise<GeneratedCode> {
    // The compiler comes with it, which not all builds need.
    const { compileFile } = await import("./compile-file.ts");
    const { options, root = project.root } = await findSettings();
    const policy: MarkupPolicy = { origins: options.origins, frames: false };
    return { code: compileFile(id.replace(/\?view$/, ""), { ...project, root }, policy, context), map: null };
  }

  async function generateOrDescribe(id: string, context: LoadContext): Promise<GeneratedCode> {
    try {
      return await generate(id, context);
    } catch (error) {
      throw describeFailure(error);
    }
  }

  const rollup = {
    resolveId: createResolveHook(viewQuery),
    options(this: { meta: BundlerMeta }): void {
      assertRollup(this.meta);
    },
  };
  // What webpack asks `load` about has lost its query.
  const hook: Pick<UnpluginOptions, "load" | "transform"> =
    framework === "webpack" || framework === "rspack"
      ? {
          transform: {
            filter: { id: viewQuery },
            handler(_, id) {
              return generateOrDescribe(id, this);
            },
          },
        }
      : {
          load: {
            filter: { id: viewQuery },
            handler(id) {
              return generate(id, this);
            },
          },
        };
  return {
    name: PLUGIN_NAME,
    enforce: "pre",
    ...(framework !== "esbuild" && hook),
    vite: {
      config() {
        assertViteVersion(this);
      },
      options() {
        assertVite(this.meta as BundlerMeta);
      },
      configResolved(config) {
        project = { root: config.root, mayServe: createServerAccess(config) };
      },
    },
    rollup: rollup as UnpluginOptions["rollup"] & object,
    rolldown: rollup as UnpluginOptions["rolldown"] & object,
    esbuild: {
      setup(build) {
        project = { root: build.initialOptions.absWorkingDir ?? process.cwd() };
        loadInEsbuild(build as unknown as LoadingBuild, {
          filter: /\.html$/,
          query: viewQuery,
          generate: async (id, context) => (await generate(id, context)).code,
        });
      },
    },
    webpack(compiler) {
      assertWebpack(compiler as PackCompiler);
      project = { root: compiler.context };
      keepOwnLoaders(compiler as unknown as LoadersCompiler, PLUGIN_NAME, (resource) => viewQuery.test(resource));
    },
    rspack(compiler) {
      project = { root: compiler.context };
    },
  };
}
