import type { CheckViews, CompileSource } from "@rune/compiler/engines";
import type { ModuleCompiler } from "./module-compiler.ts";

/** Creates a compiler that works in the caller's thread. */
export function createInlineCompiler(): ModuleCompiler {
  let compileSource: CompileSource | undefined;
  let checkViews: CheckViews | undefined;
  return {
    async compile(input, options) {
      const { createSourceCompiler } = await import("@rune/compiler/engines");
      compileSource ??= createSourceCompiler();
      return compileSource(input, options);
    },
    async checkViews(input) {
      const { createViewChecker } = await import("@rune/compiler/engines");
      checkViews ??= createViewChecker();
      return checkViews(input);
    },
    async close() {},
  };
}
