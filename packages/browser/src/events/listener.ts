/** What a `data-on…` attribute asks for. */
export interface Listener {
  readonly type: string;
  /** The handler runs only for these keys. */
  readonly keys: readonly string[] | undefined;
  readonly isOnce: boolean;
  readonly isSelf: boolean;
  readonly prevents: boolean;
  readonly stops: boolean;
  /** A handler that runs once has run. */
  isSpent: boolean;
  run(event: Event): void;
}

const mouseEvent = /^(click|dblclick|mouse)/;

/** Lets a listener have its event, if it is one that it asked for. Returns whether the event goes no further. */
export function deliver(listener: Listener, element: Element, event: Event): boolean {
  if (!accepts(listener, element, event)) return false;
  if (listener.isOnce) listener.isSpent = true;
  if (listener.prevents) event.preventDefault();
  if (listener.stops) event.stopPropagation();
  listener.run(event);
  return listener.stops;
}

function accepts({ isSelf, isSpent, keys }: Listener, element: Element, event: Event): boolean {
  if (isSpent || !element.isConnected || (isSelf && event.target !== element)) return false;
  if (keys) {
    // The Enter that confirms an input method's text is not the user's Enter.
    const { key, isComposing } = event as KeyboardEvent;
    if (isComposing || !keys.includes(key)) return false;
  }
  // A click on a disabled button's icon is a click on a disabled button.
  return !(
    mouseEvent.test(event.type) && element.matches("button:disabled,input:disabled,select:disabled,textarea:disabled")
  );
}
