import type { Plugin } from "vite";
import { generateDevHostEntry, generateHostEntry } from "./host-entry.ts";

/** The module that mounts the app of a host page. */
export const HOST_ENTRY = "virtual:rune/host";
/** Its id inside the bundler. */
export const HOST_ENTRY_ID: string = `\0${HOST_ENTRY}`;

/** A module that is nothing, for a build that has a package and no pages: bundlers do not run without one. */
export const NO_ENTRY = "virtual:rune/none";
const NO_ENTRY_ID = `\0${NO_ENTRY}`;

/** Provides the virtual module that host pages load. */
export function createHostEntryPlugin(): Plugin {
  let generate = generateHostEntry;
  return {
    name: "unplugin-rune:host-entry",
    configResolved(config) {
      if (config.command === "serve") generate = () => generateDevHostEntry(config.base, config.root);
    },
    resolveId(id) {
      if (id === NO_ENTRY) return NO_ENTRY_ID;
      return id === HOST_ENTRY ? HOST_ENTRY_ID : undefined;
    },
    load(id) {
      if (id === NO_ENTRY_ID) return { code: "export {};", moduleSideEffects: "no-treeshake" };
      return id === HOST_ENTRY_ID ? generate() : undefined;
    },
    generateBundle(_options, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (output.type === "chunk" && output.facadeModuleId === NO_ENTRY_ID) delete bundle[name];
      }
    },
  };
}
