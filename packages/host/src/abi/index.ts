import type { ModuleAbi } from "@rune/schema";
import type { Abi } from "./abi.ts";

/** The ABIs that this host speaks, each a chunk of its own that loads with the first module that needs it. */
export const abis: Readonly<Record<ModuleAbi, () => Promise<Abi>>> = {
  linear: () => import("./linear/index.ts"),
  gc: () => import("./reference/index.ts"),
};
