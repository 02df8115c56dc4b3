import type { Plugin } from "vite";
import { generateDevEntry } from "./dev-entry.ts";

/** The module that host pages load in development. */
export const DEV_ENTRY = "virtual:rune/host";
const DEV_ENTRY_ID = `\0${DEV_ENTRY}`;

/** Provides the script of host pages during development. */
export function createDevEntryPlugin(): Plugin {
  let place = { base: "/", root: "" };
  return {
    name: "unplugin-rune:dev-entry",
    apply: "serve",
    configResolved(config) {
      place = config;
    },
    resolveId: (id) => (id === DEV_ENTRY ? DEV_ENTRY_ID : undefined),
    load: (id) => (id === DEV_ENTRY_ID ? generateDevEntry(place.base, place.root) : undefined),
  };
}
