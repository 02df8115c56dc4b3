import { createUnplugin, type UnpluginInstance } from "unplugin";
import { resolveOptions, type RuneViewOptions } from "./options.ts";
import { createViewPlugin } from "./plugin.ts";

/** Compiles `import view from "./card.html?view"`. */
export const unpluginRuneView: UnpluginInstance<RuneViewOptions | undefined, false> = createUnplugin(
  (options: RuneViewOptions | undefined, { framework }) => {
    const settings = { options: resolveOptions(options) };
    return createViewPlugin(async () => settings, framework);
  },
);
