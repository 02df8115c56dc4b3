import { RuneError, isRuneError } from "@rune/schema";
import { guestTrapped, withPlace, type TrapPlace } from "./messages.ts";

/** Makes of whatever came out of a guest the one kind of error that callers see. */
export function toGuestError(error: unknown, file: string, name: string): RuneError {
  const place: TrapPlace = { file, export: name };
  if (isRuneError(error)) return withPlace(error, place);
  const inner = findGuestFunction(error);
  if (inner !== undefined && inner !== name) place.function = inner;
  return guestTrapped(place, error);
}

/** The name of the innermost guest function on an error's stack: V8 writes `at name (wasm://…`, Firefox and Safari `name@…wasm…`. */
function findGuestFunction(error: unknown): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== "string") return undefined;
  const match = /^\s*(?:at (.+) \(wasm:\/\/|([^@\n]+)@\S*wasm-function)/m.exec(error.stack);
  const name = match?.[1] ?? match?.[2];
  return name === undefined || name.startsWith("wasm-function") ? undefined : name;
}
