import { assertRspack, type PackCompiler } from "./assert-bundler.ts";

interface RspackPlugin<Compiler> {
  apply(compiler: Compiler): void;
}

/** Plugins that work in Rspack alone, and say so elsewhere: what they are made with fails there before they are asked. */
export function forRspack<Compiler extends object>(...plugins: RspackPlugin<Compiler>[]): RspackPlugin<Compiler> {
  return {
    apply(compiler) {
      assertRspack(compiler as unknown as PackCompiler);
      for (const plugin of plugins) plugin.apply(compiler);
    },
  };
}
