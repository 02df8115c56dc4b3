import type { MountedApp } from "../mount.ts";
import type { AppMessages, MountOptions } from "../options.ts";

/** Events of a `<rune-app>`, besides those of every element. None bubbles. */
export interface RuneAppEventMap extends HTMLElementEventMap {
  /** The app shows. */
  load: Event;
  /** The app could not be mounted, or something went wrong while it ran: `error` has a code, the rest says where, if that is known. */
  error: ErrorEvent;
  /** The app has sent `data`. */
  message: MessageEvent;
}

/**
 * An app as an element: `<rune-app src="/apps/chat.rune/">`. It is mounted in a shadow root, so that neither styles nor ids of app and page meet, as
 * long as the element is in the document. Attributes: `src`, and `root`, `grants` (names with blanks between them), `base`, `storage` and `verify` as the
 * options of `mount`, and `trusted`, which is there or not; `loading="lazy"` waits until the element is near to what the user sees.
 */
export interface RuneAppElement<Messages extends AppMessages = AppMessages> extends HTMLElement {
  /** Address of the package's folder, as the attribute has it. Another one shows another app. */
  src: string;
  /** Options that no attribute can say, such as `server`. They hold from the next time on that the app is mounted. */
  options: Omit<MountOptions<Messages>, "onError" | "onMessage" | "signal">;
  /** The app while it shows. */
  readonly app: MountedApp<Messages> | undefined;
  /** Gives the app a message. Returns whether it was there and takes messages. */
  send(message: Messages["toApp"]): boolean;
  addEventListener<Type extends keyof RuneAppEventMap>(
    type: Type,
    listener: (this: RuneAppElement<Messages>, event: RuneAppEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "rune-app": RuneAppElement;
  }
}
