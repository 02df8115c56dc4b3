import { argumentInvalid } from "./messages.ts";

/*
 * Checks of what comes as an externref. Numbers need none: the engine converts them by the import's type.
 */

/** The value, which must be a string. */
export function text(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw argumentInvalid(name, "a string", value);
}

/** The value, which must be a string or the null reference: absent. */
export function optionalText(name: string, value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return undefined;
  throw argumentInvalid(name, "a string or null", value);
}

/** The value, which must be a bigint. */
export function bigint(name: string, value: unknown): bigint {
  if (typeof value === "bigint") return value;
  throw argumentInvalid(name, "a bigint", value);
}

/** The value, which must be a symbol. */
export function symbol(name: string, value: unknown): symbol {
  if (typeof value === "symbol") return value;
  throw argumentInvalid(name, "a symbol", value);
}

/** What a guest passes to be called: a typed function reference and what that gets first. */
export type GuestCallback = (environment: unknown, value: unknown) => void;

/** The value, which must be a function reference of the guest. */
export function callback(name: string, value: unknown): GuestCallback {
  if (typeof value === "function") return value as GuestCallback;
  throw argumentInvalid(name, "a function reference", value);
}
