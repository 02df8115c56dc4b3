import type { TimerClock } from "@rune/host";
import { deliver } from "./listener.ts";
import type { LinkPlace, OwnedElement } from "./owner.ts";
import { OWNER } from "./owner.ts";

/** Takes the events of a mounted app to its listeners. */
export interface EventHub {
  /** Whether one listener hears all events of a type, which then go to the owners of elements. */
  delegates(type: string): boolean;
  /** Hears the events of a type that happen at an element. */
  listen(element: Element, type: string, options: ListenOptions, handle: (event: Event) => void): void;
  /** Does something after a time in milliseconds, unless the app is gone by then or it is called off. */
  after(time: number, action: () => void): CallOff;
  /** Runs a change of the page; events that the change itself causes, such as the blur of a removed field, are dropped. */
  mute<T>(change: () => T): T;
  close(): void;
}

/** How events of an element are listened to. */
export interface ListenOptions {
  /** Nothing will prevent them. */
  readonly isPassive: boolean;
  /** Before the elements inside hear of them. */
  readonly isCapture: boolean;
  /** Makes an element have such events. Who listens has called it. */
  readonly begin?: (element: Element) => void;
}

/** Keeps what was to be done from being done. */
export type CallOff = () => void;

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

/** Takes a click on a link that no handler prevented. */
export type FollowLink = (link: Element, path: string, event: MouseEvent) => void;

/** Listens on `container` for everything in it. */
export function createEventHub(container: Element, timers: TimerClock, follow: FollowLink): EventHub {
  const types = new Set<string>();
  const closing = new AbortController();
  let muted = 0;

  function dispatch(event: Event): void {
    if (muted > 0) return;
    const link = passOn(event, container);
    if (link?.place.path === undefined || event.defaultPrevented || event.type !== "click") return;
    follow(link.element, link.place.path, event as MouseEvent);
  }

  return {
    delegates(type) {
      if (!delegated.has(type)) return false;
      if (!types.has(type)) container.addEventListener(type, dispatch, { signal: closing.signal });
      types.add(type);
      return true;
    },
    listen(element, type, { isPassive, isCapture }, handle) {
      const options = { passive: isPassive, capture: isCapture, signal: closing.signal };
      element.addEventListener(type, (event) => muted === 0 && handle(event), options);
    },
    after(time, action) {
      const { signal } = closing;
      const timer = timers.setTimeout(() => {
        signal.removeEventListener("abort", callOff);
        action();
      }, time);
      const callOff = (): void => timers.clearTimeout(timer);
      signal.addEventListener("abort", callOff);
      return () => {
        signal.removeEventListener("abort", callOff);
        callOff();
      };
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

/** A link that an event has passed. */
interface MetLink {
  readonly element: Element;
  readonly place: LinkPlace;
}

/**
 * Lets the elements have an event that it passes, from its target outwards: each belongs to the nearest owner around it. Returns the first link
 * on the way; none where a handler stopped the event.
 */
function passOn(event: Event, container: Element): MetLink | undefined {
  // Fixed before the first handler runs, because a handler may change the tree.
  const path = event.composedPath() as OwnedElement[];
  const end = path.indexOf(container);
  let link: MetLink | undefined;
  for (let root = 0, i = 0; root < end; root++) {
    const owner = path[root]?.[OWNER];
    if (!owner) continue;
    for (; i <= root; i++) {
      const element = path[i] as Element;
      let isStopped = false;
      for (const binding of owner.template.listening) {
        if (owner.nodes[binding] !== element) continue;
        const listener = owner.template.bindings[binding]?.listener;
        if (!listener) link ??= { element, place: owner.memory[binding] as LinkPlace };
        else if (listener.type === event.type && deliver(listener, element, event, owner.row)) isStopped = true;
      }
      if (isStopped) return undefined;
    }
  }
  return link;
}
