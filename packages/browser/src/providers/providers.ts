import type { Clipboard, Logger, ReadFile, StateStorage, TimerClock } from "@rune/host";
import type { Fetch } from "@rune/host/http";

/** What schedules the frames of an app, as a window does. */
export interface FrameClock {
  requestAnimationFrame(callback: (time: number) => void): number;
  cancelAnimationFrame(handle: number): void;
}

/** What a page puts behind the capabilities of an app, instead of what the browser has. What is not named stays the browser's. */
export interface Providers {
  /** Takes what the app logs. */
  readonly log?: Logger | undefined;
  /** Tells the time, in milliseconds since 1970. */
  readonly time?: (() => number) | undefined;
  /** Runs the app's timers, and delays its events where a view asks for that. */
  readonly timers?: TimerClock | undefined;
  /** Runs `tick`. */
  readonly frames?: FrameClock | undefined;
  /** Fills an array with random bytes. */
  readonly random?: ((bytes: Uint8Array) => void) | undefined;
  /** Keeps what `rune.set_local_state` stores. */
  readonly state?: StateStorage | undefined;
  /** Sends requests, to the origins that the app was granted and to no others. */
  readonly http?: Fetch | undefined;
  readonly clipboard?: Clipboard | undefined;
  /** Reads what `rune.file_text` and `rune.file_bytes` ask for. */
  readonly files?: ReadFile | undefined;
}
