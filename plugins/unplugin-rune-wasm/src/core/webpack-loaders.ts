import type { Compiler } from "webpack";
import { wasmImport } from "./import-id.ts";

/** Options of a loader: those of a plugin made with unplugin hold the plugin. */
interface LoaderOptions {
  plugin?: { name?: string };
}

/** Takes the project's loaders for `.ts` files, which would type-check or compile generated JavaScript, off `?wasm` imports. */
export function keepOwnLoaders(compiler: Compiler): void {
  const name = "unplugin-rune-wasm";
  compiler.hooks.normalModuleFactory.tap(name, (factory) => {
    factory.hooks.afterResolve.tap(name, ({ createData }) => {
      if (!createData.resource || !wasmImport.test(createData.resource)) return;
      createData.loaders = (createData.loaders ?? []).filter(
        ({ options }) => (options as LoaderOptions | undefined)?.plugin?.name === name,
      );
    });
  });
}
