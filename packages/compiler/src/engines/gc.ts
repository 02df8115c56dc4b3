import type { CompileSession } from "../typescript/index.ts";
import type { Engine } from "./engine.ts";

/** Ordinary TypeScript, for WebAssembly with garbage collection. */
export const gcEngine: Engine = {
  name: "gc",
  abi: "gc",
  suffix: ".ts",
  // TypeScript's own compiler comes with it, which takes a while to load.
  compile: async (input, options) => {
    const { compileTypeScriptModule } = await import("../typescript/index.ts");
    return compileTypeScriptModule(input, options);
  },
  createSession() {
    let session: CompileSession | undefined;
    return async (input, options) => {
      const { compileTypeScriptModule, createCompileSession } = await import("../typescript/index.ts");
      return compileTypeScriptModule(input, options, (session ??= createCompileSession()));
    };
  },
};
