import type { Listener } from "./listener.ts";
import { deliver } from "./listener.ts";

/** Takes the events of a mounted app to its listeners. */
export interface EventHub {
  listen(element: Element, listener: Listener): void;
  /** Makes an element a link of the app. */
  listenLink(element: Element, path: () => string | undefined): void;
  /** Runs a change of the page; events that the change itself causes, such as the blur of a removed field, are dropped. */
  mute<T>(change: () => T): T;
  close(): void;
}

/**
 * Types with one listener for the whole app; it walks from the target outwards. The rest, above all what does not
 * bubble, is listened to where it happens.
 */
const delegated: ReadonlySet<string> = new Set(
  (
    "click dblclick contextmenu mousedown mouseup mouseover mouseout pointerdown pointerup keydown keyup keypress " +
    "beforeinput input change submit reset focusin focusout"
  ).split(" "),
);

/** Types that slow down scrolling while a listener might prevent them. */
const scrollBlocking: ReadonlySet<string> = new Set(["touchstart", "touchmove", "wheel", "mousewheel"]);

/** Takes a click on a link that no handler prevented. */
export type FollowLink = (link: Element, path: string, event: MouseEvent) => void;

/** Listens on `container` for everything in it. */
export function createEventHub(container: Element, follow: FollowLink): EventHub {
  const listeners = new WeakMap<EventTarget, Listener[]>();
  const links = new WeakMap<EventTarget, () => string | undefined>();
  const types = new Set<string>();
  const closing = new AbortController();
  let muted = 0;

  function delegate(type: string): void {
    if (types.has(type)) return;
    types.add(type);
    container.addEventListener(type, dispatch, { signal: closing.signal });
  }

  function dispatch(event: Event): void {
    if (muted > 0) return;
    // Fixed before the first handler runs, as the DOM does, because a handler may change the tree.
    const path = pathWithin(event, container);
    if (!dispatchAlong(path, event, listeners) && !event.defaultPrevented) followLink(path, event);
  }

  function followLink(path: readonly EventTarget[], event: Event): void {
    const link = event.type === "click" && path.find((target) => links.has(target));
    const to = link && links.get(link)?.();
    if (to !== undefined && to !== false) follow(link as Element, to, event as MouseEvent);
  }

  return {
    listen(element, listener) {
      if (delegated.has(listener.type)) {
        delegate(listener.type);
        const own = listeners.get(element);
        if (own) own.push(listener);
        else listeners.set(element, [listener]);
        return;
      }
      const passive = scrollBlocking.has(listener.type) && !listener.prevents;
      element.addEventListener(
        listener.type,
        (event) => {
          if (muted === 0) deliver(listener, element, event);
        },
        { passive, signal: closing.signal },
      );
    },
    listenLink(element, path) {
      delegate("click");
      links.set(element, path);
    },
    mute(change) {
      muted++;
      try {
        return change();
      } finally {
        muted--;
      }
    },
    close: () => closing.abort(),
  };
}

function pathWithin(event: Event, container: Element): EventTarget[] {
  const path = event.composedPath();
  return path.slice(0, path.indexOf(container));
}

/** Returns whether a handler stopped the event. */
function dispatchAlong(
  path: readonly EventTarget[],
  event: Event,
  listeners: WeakMap<EventTarget, Listener[]>,
): boolean {
  for (const target of path) {
    let isStopped = false;
    for (const listener of listeners.get(target) ?? []) {
      if (listener.type === event.type && deliver(listener, target as Element, event)) isStopped = true;
    }
    if (isStopped) return true;
  }
  return false;
}
