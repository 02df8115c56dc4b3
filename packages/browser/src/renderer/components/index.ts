export { compileComponent } from "./component.ts";
export { compileSlot } from "./slot.ts";
export { updateStale } from "./update-stale.ts";
