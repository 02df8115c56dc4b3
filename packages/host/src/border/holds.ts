import type { BorderCodec } from "./border-codec.ts";

/** Whether a value looks like one of a codec's type, inside too. */
export function holds(codec: BorderCodec, value: unknown): boolean {
  return codec.accepts(value) && (codec.holds?.(value) ?? true);
}
