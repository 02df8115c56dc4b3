export { compileComponent } from "./component.ts";
export { compileSlot } from "./slot.ts";
