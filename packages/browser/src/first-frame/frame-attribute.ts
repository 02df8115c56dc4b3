/** Marks the element that holds a first frame, and what is in the head of the page only for that. */
export const FRAME_ATTRIBUTE = "data-rune-frame";
