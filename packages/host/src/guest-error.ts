import { RuneError, isRuneError } from "@rune/schema";
import { guestTrapped, outOfFuel, withPlace, type TrapPlace } from "./messages.ts";

/** Makes of whatever came out of a guest the one kind of error that callers see. */
export function toGuestError(error: unknown, file: string, name: string): RuneError {
  const place: TrapPlace = { file, export: name };
  if (isRuneError(error)) return withPlace(error, place);
  const inner = findGuestFunction(error);
  if (inner !== undefined && inner !== name) place.function = inner;
  return guestTrapped(place, error);
}

/** Makes of what stopped a guest without fuel the error that says so. */
export function toFuelError(error: unknown, file: string, name: string): RuneError {
  const place: TrapPlace = { file, export: name };
  const inner = findGuestFunction(error, /^(?:out of fuel$|pay for )/);
  if (inner !== undefined && inner !== name) place.function = inner;
  return outOfFuel(place, error);
}

/**
 * The name of the innermost guest function on an error's stack, but for some: V8 writes `at name (wasm://…`, Firefox and Safari
 * `name@…wasm…`.
 */
function findGuestFunction(error: unknown, except?: RegExp): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== "string") return undefined;
  for (const [, first, second] of error.stack.matchAll(/^\s*(?:at (.+) \(wasm:\/\/|([^@\n]+)@\S*wasm-function)/gm)) {
    const name = first ?? second;
    if (name !== undefined && !except?.test(name)) return name.startsWith("wasm-function") ? undefined : name;
  }
  return undefined;
}
