import { createUnplugin, type UnpluginInstance } from "unplugin";
import { resolveOptions, type RuneWasmOptions } from "./options.ts";
import { createWasmPlugin } from "./plugin.ts";

/** Compiles `import { add } from "./math.ts?wasm"`. */
export const unpluginRuneWasm: UnpluginInstance<RuneWasmOptions | undefined, false> = createUnplugin(
  (options: RuneWasmOptions | undefined, { framework }) => {
    const settings = { options: resolveOptions(options) };
    return createWasmPlugin({ findSettings: async () => settings }, framework);
  },
);
