import type { Compiler } from "webpack";
import { viewQuery } from "./view-query.ts";

/** The part of the context of Rollup's `resolveId` that is used; Rolldown and Vite have the same. */
interface ResolveContext {
  resolve(
    source: string,
    importer: string | undefined,
    options: { skipSelf: true },
  ): Promise<{ id: string; external: boolean | "absolute" | "relative" } | null>;
}

/** A hook that finds the ids of some imports, or leaves them to others. */
interface ResolveHook {
  filter: { id: RegExp };
  handler(this: ResolveContext, source: string, importer: string | undefined): Promise<string | undefined>;
}

/** Finds files that are imported with a query, which Rollup does not by itself. */
export const resolveHook: ResolveHook = {
  filter: { id: viewQuery },
  async handler(source, importer) {
    const found = await this.resolve(source.replace(viewQuery, ".html"), importer, { skipSelf: true });
    return found && !found.external ? `${found.id}?view` : undefined;
  },
};

/** Options of a loader: those of a plugin made with unplugin hold the plugin. */
interface LoaderOptions {
  plugin?: { name?: string };
}

/** Takes the project's loaders for HTML files off views, which are JavaScript by then. */
export function keepOwnLoaders(compiler: Compiler, name: string): void {
  compiler.hooks.normalModuleFactory.tap(name, (factory) => {
    factory.hooks.afterResolve.tap(name, ({ createData }) => {
      if (!createData.resource || !viewQuery.test(createData.resource)) return;
      createData.loaders = (createData.loaders ?? []).filter(
        ({ options }) => (options as LoaderOptions | undefined)?.plugin?.name === name,
      );
    });
  });
}
