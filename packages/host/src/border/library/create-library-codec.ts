import type { BorderCodec } from "../border-codec.ts";
import type { Border } from "../border.ts";
import { AbortSignalCodec } from "./abort-signal-codec.ts";
import { ArrayBufferCodec } from "./array-buffer-codec.ts";
import { AsyncIterableCodec } from "./async-iterable-codec.ts";
import { DateCodec } from "./date-codec.ts";
import { HandleCodec } from "./handle-codec.ts";
import { MapCodec } from "./map-codec.ts";
import { PromiseCodec } from "./promise-codec.ts";
import { RegExpCodec } from "./regexp-codec.ts";
import { SetCodec } from "./set-codec.ts";
import { TypedArrayCodec, typedArrayClasses } from "./typed-array-codec.ts";

const CODECS: Readonly<Record<string, new (border: Border, type: number) => BorderCodec>> = {
  AbortSignal: AbortSignalCodec,
  ArrayBuffer: ArrayBufferCodec,
  AsyncIterable: AsyncIterableCodec,
  Date: DateCodec,
  Map: MapCodec,
  Promise: PromiseCodec,
  RegExp: RegExpCodec,
  Set: SetCodec,
};

/** How objects of the library's classes cross, errors apart: as those of JavaScript. */
export function createLibraryCodec(border: Border, index: number, name: string): BorderCodec {
  if (Object.hasOwn(typedArrayClasses, name)) return new TypedArrayCodec(border, index, name);
  const Codec = Object.hasOwn(CODECS, name) ? CODECS[name]! : HandleCodec;
  return new Codec(border, index);
}
