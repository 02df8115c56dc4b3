import { compileModule } from "../assemblyscript/index.ts";
import type { Engine } from "./engine.ts";

/** AssemblyScript, for linear memory. */
export const linearEngine: Engine = {
  name: "linear",
  abi: "linear",
  suffix: ".as.ts",
  compile: compileModule,
};
