import type { RuneError } from "@rune/schema";
import { reasonOf } from "../reason.ts";
import type { ClientLimits } from "./client-limits.ts";
import { eventMalformed, eventTooLarge } from "./messages.ts";

/** Takes an event that a controller emits; `detail` is plain data that nobody can change, or `undefined`. */
export type EmitEvent = (name: string, detail: unknown) => void;

/** The host function by which a controller tells the view around its own of something. What is wrong with it is reported, and the guest goes on. */
export function createEmit(
  emit: EmitEvent,
  report: (error: RuneError) => void,
  { mutationLength: limit }: ClientLimits,
): (name: string, detail: string) => void {
  return (name, detail) => {
    const length = name.length + detail.length;
    if (length > limit) return report(eventTooLarge(name, length, limit));
    let value: unknown;
    try {
      value = detail === "" ? undefined : freeze(JSON.parse(detail));
    } catch (error) {
      return report(eventMalformed(name, reasonOf(error)));
    }
    emit(name, value);
  };
}

function freeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
