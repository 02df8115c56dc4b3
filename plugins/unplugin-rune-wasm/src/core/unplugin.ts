import { createUnplugin, type UnpluginInstance } from "unplugin";
import { resolveOptions, type RuneWasmOptions } from "./options.ts";
import { createWasmPlugin } from "./plugin.ts";

/** Compiles `import { add } from "./math.as.ts?wasm"`. */
export const unpluginRuneWasm: UnpluginInstance<RuneWasmOptions | undefined, false> = createUnplugin(
  (options?: RuneWasmOptions) => createWasmPlugin(resolveOptions(options)),
);
