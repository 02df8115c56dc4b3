import type { Engine } from "./engine.ts";

/** AssemblyScript, for linear memory. */
export const linearEngine: Engine = {
  name: "linear",
  abi: "linear",
  suffix: ".as.ts",
  // AssemblyScript's compiler and Binaryen come with it, which most apps need not load.
  compile: async (input, options) => {
    const { compileModule } = await import("../assemblyscript/index.ts");
    return compileModule(input, options);
  },
};
