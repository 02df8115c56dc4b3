import { mapErrorStack } from "../map-error-stack.ts";
import type { Border } from "./border.ts";
import type { Decoder } from "./slots.ts";
import { createAnyEncoder, createDecoder } from "./slots.ts";

/** An exception that WASM threw; the engine's class, where it has one. */
interface WasmException {
  is(tag: unknown): boolean;
  getArg(tag: unknown, index: number): unknown;
}

const { Exception } = WebAssembly as { Exception?: new (tag: unknown, values: unknown[]) => WasmException };

/** What JavaScript sees of what came out of a call: the value that was thrown inside, or what a callback threw. */
export function thrownValue(border: Border, error: unknown, _name: string): unknown {
  const { thrown } = border.description;
  if (!thrown || !Exception || !(error instanceof Exception)) {
    mapErrorStack(error, border.mapStack);
    return error;
  }
  const tag = border.exported(thrown.tag);
  if (!error.is(tag)) return error;
  const decode: Decoder = createDecoder(border, border.codec(thrown.type), "any");
  return decode(error.getArg(tag, 0));
}

/** What a callback throws, as the module catches it: what it has thrown itself, or a value of JavaScript. */
export function throwable(border: Border, error: unknown): unknown {
  const { thrown } = border.description;
  if (!thrown || !Exception) return error;
  const tag = border.exported(thrown.tag);
  const pair = typeof error === "object" && error !== null ? border.pairs.ofValue(error) : undefined;
  if (pair) {
    border.pairs.push(pair);
    return new Exception(tag, [pair.reference]);
  }
  if (thrown.caught === undefined) return error;
  const errors = border.codec(thrown.caught);
  const encode = createAnyEncoder(border, (value) => (errors.accepts(value) ? errors.toGuest(value) : value));
  return new Exception(tag, [encode(error)]);
}
