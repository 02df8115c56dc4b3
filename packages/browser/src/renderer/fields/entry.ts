/**
 * What a field that the user is at holds: a text that an input method is still making, what goes into the data later, or what has
 * gone there already.
 */
type Entry = "composed" | "waiting" | "taken";

const entries = new WeakMap<Element, Entry>();

/**
 * Whether an event says that there is something in a field for the data. Browsers tell with `input` of what is entered, and with `change` of
 * what is meant to stay; scripts often with only one of both.
 */
export function hasEntered(element: Element, event: Event, isLazy: boolean): boolean {
  const before = entries.get(element);
  if (event.type === "change") {
    entries.delete(element);
    return before !== "taken";
  }
  if (event.type !== "input" && before !== "composed") return false;
  const now = (event as InputEvent).isComposing ? "composed" : isLazy ? "waiting" : "taken";
  entries.set(element, now);
  return now === "taken";
}

/** Whether what the user is at may be written over: by nothing while an input method is at work, and later only by other data than before. */
export function isHeld(element: Element, isSame: boolean): boolean {
  const entry = entries.get(element);
  return entry === "composed" || (entry === "waiting" && isSame);
}
