/** What a page shows before any of its code runs, as HTML. Needs neither a document nor a browser. */
export { collectEvents } from "./collect-events.ts";
export { FRAME_ATTRIBUTE } from "./frame-attribute.ts";
export { renderFirstFrame } from "./render-first-frame.ts";
export type { FirstFrame, FirstFrameOptions } from "./render-first-frame.ts";
