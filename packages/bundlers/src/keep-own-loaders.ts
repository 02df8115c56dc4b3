/** The part of webpack's compiler that is used. */
export interface LoadersCompiler {
  hooks: {
    normalModuleFactory: {
      tap(
        name: string,
        action: (factory: {
          hooks: {
            afterResolve: { tap(name: string, action: (resolved: { createData: CreateData }) => void): unknown };
          };
        }) => void,
      ): unknown;
    };
  };
}

interface CreateData {
  resource?: string;
  loaders?: { options?: unknown }[];
}

/** Options of a loader: those of a plugin made with unplugin hold the plugin. */
interface LoaderOptions {
  plugin?: { name?: string };
}

/** Takes the project's loaders off what the plugin `name` loads, which is JavaScript by then: they would type-check or compile it. */
export function keepOwnLoaders(compiler: LoadersCompiler, name: string, isOwn: (resource: string) => boolean): void {
  compiler.hooks.normalModuleFactory.tap(name, (factory) => {
    factory.hooks.afterResolve.tap(name, ({ createData }) => {
      if (!createData.resource || !isOwn(createData.resource)) return;
      createData.loaders = (createData.loaders ?? []).filter(
        ({ options }) => (options as LoaderOptions | undefined)?.plugin?.name === name,
      );
    });
  });
}
