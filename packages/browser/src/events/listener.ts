import type { HeldKey } from "@rune/schema";

/** What a `data-on…` attribute asks for. */
export interface Listener {
  readonly type: string;
  /** The handler runs only for these keys. */
  readonly keys?: readonly string[] | undefined;
  /** The handler runs only while these are held down. */
  readonly held?: readonly HeldKey[];
  readonly isOnce: boolean;
  readonly isSelf: boolean;
  readonly prevents: boolean;
  readonly stops: boolean;
  /** Elements whose handler, which runs once, has run. */
  readonly spent: WeakSet<Element>;
  /** Runs the handler of an element in a row. */
  run(event: Event, row: unknown, element: Element): void;
}

const mouseEvent = /^(click|dblclick|mouse)/;

/** Lets a listener have an event of an element, if it is one that it asked for. Returns whether the event goes no further. */
export function deliver(listener: Listener, element: Element, event: Event, row: unknown): boolean {
  if (!accepts(listener, element, event)) return false;
  if (listener.isOnce) listener.spent.add(element);
  if (listener.prevents) event.preventDefault();
  if (listener.stops) event.stopPropagation();
  listener.run(event, row, element);
  return listener.stops;
}

function accepts({ isOnce, isSelf, spent, keys, held }: Listener, element: Element, event: Event): boolean {
  if ((isOnce && spent.has(element)) || !element.isConnected || (isSelf && event.target !== element)) return false;
  if (held && !held.every((key) => (event as KeyboardEvent)[`${key}Key` as const])) return false;
  if (keys) {
    // The Enter that confirms an input method's text is not the user's Enter.
    const { key, isComposing } = event as KeyboardEvent;
    // With Shift, or Caps Lock, a letter is a capital.
    if (isComposing || !keys.includes(key.length === 1 ? key.toLowerCase() : key)) return false;
  }
  // A click on a disabled button's icon is a click on a disabled button.
  return !(
    "disabled" in element &&
    mouseEvent.test(event.type) &&
    element.matches("button:disabled,input:disabled,select:disabled,textarea:disabled")
  );
}
