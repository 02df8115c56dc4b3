export { createOverlays } from "./create-overlays.ts";
export type { Overlays } from "./create-overlays.ts";
