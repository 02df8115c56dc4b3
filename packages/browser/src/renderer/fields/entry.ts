/** What a field that the user is at holds: a text that an input method is still making, or what goes into the data later. */
type Entry = "composed" | "waiting";

const entries = new WeakMap<Element, Entry | undefined>();

/** What fields hold that is in the data, of those that have not told of it with `change` yet. */
const taken = new WeakMap<Element, string>();

/** Fields that hold what is on its way into the data: the controller may still have to come. */
const entered = new WeakSet<Element>();

/**
 * Whether an event says that there is something in a field for the data. Browsers tell with `input` of what is entered, and with `change` of
 * what is meant to stay; scripts often with only one of both.
 */
export function hasEntered(element: Element, event: Event, isLazy: boolean): boolean {
  const before = entries.get(element);
  const held = describe(element);
  if (event.type === "change") {
    const told = taken.get(element);
    entries.delete(element);
    taken.delete(element);
    return told !== held;
  }
  if (event.type !== "input" && before !== "composed") return false;
  const now = (event as InputEvent).isComposing ? "composed" : isLazy ? "waiting" : undefined;
  entries.set(element, now);
  if (!now) taken.set(element, held);
  return !now;
}

/**
 * Whether what the user is at may be written over: by nothing while an input method is at work, which it is in no field that has been left, and later
 * only by other data than before.
 */
export function isHeld(element: Element, isSame: boolean): boolean {
  const entry = entries.get(element);
  return entered.has(element) || (entry === "composed" ? element.matches(":focus") : entry === "waiting" && isSame);
}

/** Keeps what fields hold until it is taken, for which `enter` finds the time. */
export function holdEntered(
  fields: readonly { readonly element: Element }[],
  enter: (action: () => void) => void,
  take: () => void,
): void {
  for (const { element } of fields) entered.add(element);
  enter(() => {
    for (const { element } of fields) entered.delete(element);
    take();
  });
}

/** Notes that a field shows what the data says. */
export function noteShown(element: Element): void {
  if (taken.has(element)) taken.set(element, describe(element));
}

function describe(element: Element): string {
  const { value, textContent, checked, selectedOptions } = element as Element &
    Partial<Pick<HTMLInputElement & HTMLSelectElement, "value" | "checked" | "selectedOptions">>;
  return `${value ?? textContent} ${checked} ${Array.from(selectedOptions ?? [], (each) => each.value)}`;
}
