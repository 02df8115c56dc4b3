import { describeFailure, type MarkupPolicy } from "@rune/schema";
import type { UnpluginContextMeta, UnpluginOptions } from "unplugin";
import { keepOwnLoaders, resolveHook } from "./bundler-hooks.ts";
import { compileFile, type LoadContext, type ViewProject } from "./compile-file.ts";
import type { ResolvedRuneViewOptions } from "./options.ts";
import { viewQuery } from "./view-query.ts";

/** Code of a module without positions: it was written by nobody. */
interface GeneratedCode {
  code: string;
  map: null;
}

/** The plugin's name, which bundlers show. */
const PLUGIN_NAME = "unplugin-rune-view";

/** The hooks of the view plugin: an HTML file imported with `?view` becomes a module that exports its view. */
export function createViewPlugin(
  options: ResolvedRuneViewOptions,
  framework: UnpluginContextMeta["framework"],
): UnpluginOptions {
  let project: ViewProject = { root: process.cwd() };
  const policy: MarkupPolicy = { origins: options.origins, frames: false };

  function generate(id: string, context: LoadContext): GeneratedCode {
    return { code: compileFile(id.replace(/\?view$/, ""), project, policy, context), map: null };
  }

  function generateOrDescribe(id: string, context: LoadContext): GeneratedCode {
    try {
      return generate(id, context);
    } catch (error) {
      throw describeFailure(error);
    }
  }

  const rollup = { resolveId: resolveHook };
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
              return framework === "esbuild" ? generateOrDescribe(id, this) : generate(id, this);
            },
          },
        };
  return {
    name: PLUGIN_NAME,
    enforce: "pre",
    ...hook,
    vite: {
      configResolved({ root, command, server }) {
        const isLimited = command === "serve" && server.fs.strict;
        project = { root, ...(isLimited && { allowed: server.fs.allow }) };
      },
    },
    rollup: rollup as UnpluginOptions["rollup"] & object,
    rolldown: rollup as UnpluginOptions["rolldown"] & object,
    esbuild: {
      onLoadFilter: /\.html$/,
      loader: "js",
      setup(build) {
        project = { root: build.initialOptions.absWorkingDir ?? process.cwd() };
      },
    },
    webpack(compiler) {
      project = { root: compiler.context };
      keepOwnLoaders(compiler, PLUGIN_NAME);
    },
    rspack(compiler) {
      project = { root: compiler.context };
    },
  };
}
