import type { ModuleAbi } from "@rune/schema";
import type { Abi, AbiChunks } from "./abi.ts";

/** The ABIs that this host speaks, each a chunk of its own that loads with the first module that needs it. */
export const abis: Readonly<Record<ModuleAbi, () => Promise<Abi>>> = {
  linear: () => import("./linear/index.ts"),
  gc: () => import("./reference/index.ts"),
};

/** What they load only when they need it. It stands here because each file with such imports costs code of the bundler's. */
export const chunks: AbiChunks = {
  fuel: () => import("../fuel/index.ts"),
  sourceMap: () => import("@rune/schema/source-map"),
  interface: () => import("../check-interface.ts"),
  strings: () => import("../strings/index.ts"),
};
