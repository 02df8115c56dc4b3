import type { Plugin } from "vite";
import { generateDevHostEntry, generateHostEntry } from "./host-entry.ts";

/** The module that mounts the app of a host page. */
export const HOST_ENTRY = "virtual:rune/host";
/** Its id inside the bundler. */
export const HOST_ENTRY_ID: string = `\0${HOST_ENTRY}`;

/** Provides the virtual module that host pages load. */
export function createHostEntryPlugin(): Plugin {
  let generate = generateHostEntry;
  return {
    name: "unplugin-rune:host-entry",
    configResolved(config) {
      if (config.command === "serve") generate = () => generateDevHostEntry(config.base, config.root);
    },
    resolveId(id) {
      return id === HOST_ENTRY ? HOST_ENTRY_ID : undefined;
    },
    load(id) {
      return id === HOST_ENTRY_ID ? generate() : undefined;
    },
  };
}
