import { isRuneError, type RuneError } from "@rune/schema";
import type { StackFrame } from "./abi/abi.ts";
import { guestTrapped, withPlace, type TrapPlace } from "./messages.ts";

/** Makes of whatever came out of a guest the one kind of error that callers see. */
export function toGuestError(error: unknown, file: string, name: string): RuneError {
  const place: TrapPlace = { file, export: name };
  if (isRuneError(error)) return withPlace(error, place);
  const inner = readFrames(error)[0]?.name;
  if (inner !== undefined && inner !== name) place.function = inner;
  return guestTrapped(place, error);
}

/** V8 writes `at name (wasm://…:wasm-function[1]:0x2a)`, Firefox `name@…:wasm-function[1]:0x2a`, and Safari `name@…wasm-function…`. */
const frame = /^ *(?:at (?:(.+) \()?|(.*)@)\S*wasm-function(?:\[(\d+)\]:(0x[\da-f]+))?/gm;

/** The guest's functions on the stack of an error, the innermost first. */
export function readFrames(error: unknown): StackFrame[] {
  const stack = String((error as Partial<Error> | undefined)?.stack);
  return Array.from(stack.matchAll(frame), ([, v8, other, number, offset]) => ({
    name: v8 ?? (other || undefined),
    number: Number(number),
    offset: Number(offset),
  }));
}
