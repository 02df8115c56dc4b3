// Timers. The host knows them by names and calls the export `on_timer` with the name of one that has fired; what to do then is kept here.

import { Map } from "./map.ts";

/** What a timer does. */
interface Timer {
  action: () => void;
  repeats: boolean;
}

/** Names of timers start with this, so that a program can have timers of the host beside them. */
const PREFIX = "setTimeout ";

const timers = new Map<number, Timer>();
let last: number = 0;

/** `setTimeout`. */
export function setTimeout(callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number {
  return startTimer(() => callback(...args), ms, false);
}

/** `setInterval`. */
export function setInterval(callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number {
  return startTimer(() => callback(...args), ms, true);
}

/** `clearTimeout`. */
export function clearTimeout(id?: unknown): void {
  if ($isNumber(id)) clearTimer($asNumber(id));
  else if ($isString(id)) clearTimer($js_number_parse($asString(id)));
}

/** `clearInterval`. */
export function clearInterval(id?: unknown): void {
  clearTimeout(id);
}

/** Does what the timer with the name does, if it is one of those that are kept here. */
export function runTimer(name: string): boolean {
  const from = PREFIX.length;
  if (name.length <= from || $substring(name, 0, from) !== PREFIX) return false;
  const id = $js_number_parse($substring(name, from, name.length));
  const timer = timers.get(id);
  if (timer !== undefined) {
    if (!timer.repeats) timers.delete(id);
    timer.action();
  }
  return true;
}

function startTimer(action: () => void, ms: number | undefined, repeats: boolean): number {
  const id = ++last;
  timers.set(id, { action, repeats });
  const wait = $isUndefined(ms) ? 0 : +ms!;
  if (repeats) $host_set_interval(nameOf(id), wait);
  else $host_set_timeout(nameOf(id), wait);
  return id;
}

function clearTimer(id: number): void {
  if (timers.delete(id)) $host_clear_timer(nameOf(id));
}

function nameOf(id: number): string {
  return $concat(PREFIX, $js_number_toString(id));
}
