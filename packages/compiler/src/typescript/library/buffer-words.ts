import type { ArrayBuffer } from "./array-buffer.ts";

/**
 * Access to the bytes of a buffer whatever its storage is, in little-endian order. Words of 32 bits are read from the storages of
 * words and floats, halves of 16 bits from those of halves, bytes from those of bytes; what is smaller or larger is taken from or put
 * together of those.
 */

/** 8 bits, by their byte. */
export function readByte(buffer: ArrayBuffer, at: $int): $int {
  const bytes = buffer["@@i8"];
  if ($isUndefined(bytes)) return (readHalf(buffer, at >> 1) >> ((at & 1) << 3)) & 0xff;
  else return $typedGet("u8", bytes!, at);
}

/** 16 bits that start at an even byte, by half of its number. */
export function readHalf(buffer: ArrayBuffer, at: $int): $int {
  const bytes = buffer["@@i8"];
  const halves = buffer["@@i16"];
  if (!$isUndefined(bytes)) return $typedGet("u8", bytes!, at * 2) | ($typedGet("u8", bytes!, at * 2 + 1) << 8);
  else if (!$isUndefined(halves)) return $typedGet("u16", halves!, at);
  else return (readWord(buffer, at >> 1) >> ((at & 1) << 4)) & 0xffff;
}

/** 32 bits that start at a multiple of four bytes, by a quarter of its number. */
export function readWord(buffer: ArrayBuffer, at: $int): $int {
  const words = buffer["@@i32"];
  const singles = buffer["@@f32"];
  const doubles = buffer["@@f64"];
  if (!$isUndefined(words)) return $typedGet("i32", words!, at);
  else if (!$isUndefined(singles)) return $typedWord("f32", singles!, at);
  else if (!$isUndefined(doubles)) return $typedWord("f64", doubles!, at);
  else return readHalf(buffer, at * 2) | (readHalf(buffer, at * 2 + 1) << 16);
}

/** A double that starts at a multiple of eight bytes, by an eighth of its number. */
export function readDouble(buffer: ArrayBuffer, at: $int): number {
  return $fromWords(readWord(buffer, at * 2 + 1), readWord(buffer, at * 2));
}

/** Writes the lowest 8 bits. */
export function writeByte(buffer: ArrayBuffer, at: $int, value: $int): void {
  const bytes = buffer["@@i8"];
  if ($isUndefined(bytes)) {
    const shift = (at & 1) << 3;
    const others = readHalf(buffer, at >> 1) & ~(0xff << shift);
    writeHalf(buffer, at >> 1, others | ((value & 0xff) << shift));
  } else $typedSet("u8", bytes!, at, value);
}

/** Writes the lowest 16 bits. */
export function writeHalf(buffer: ArrayBuffer, at: $int, value: $int): void {
  const bytes = buffer["@@i8"];
  const halves = buffer["@@i16"];
  if (!$isUndefined(bytes)) {
    $typedSet("u8", bytes!, at * 2, value);
    $typedSet("u8", bytes!, at * 2 + 1, value >> 8);
  } else if (!$isUndefined(halves)) $typedSet("u16", halves!, at, value);
  else {
    const shift = (at & 1) << 4;
    const others = readWord(buffer, at >> 1) & ~(0xffff << shift);
    writeWord(buffer, at >> 1, others | ((value & 0xffff) << shift));
  }
}

/** Writes 32 bits. */
export function writeWord(buffer: ArrayBuffer, at: $int, value: $int): void {
  const words = buffer["@@i32"];
  const singles = buffer["@@f32"];
  const doubles = buffer["@@f64"];
  if (!$isUndefined(words)) $typedSet("i32", words!, at, value);
  else if (!$isUndefined(singles)) $typedSetWord("f32", singles!, at, value);
  else if (!$isUndefined(doubles)) $typedSetWord("f64", doubles!, at, value);
  else {
    writeHalf(buffer, at * 2, value);
    writeHalf(buffer, at * 2 + 1, value >> 16);
  }
}

/** Writes a double. */
export function writeDouble(buffer: ArrayBuffer, at: $int, value: number): void {
  writeWord(buffer, at * 2, $lowWord(value));
  writeWord(buffer, at * 2 + 1, $highWord(value));
}

/** Copies bytes of a buffer to the start of a storage of bytes. */
export function copyBytes(target: $typed, buffer: ArrayBuffer, from: $int, count: $int): void {
  const bytes = buffer["@@i8"];
  if ($isUndefined(bytes)) {
    for (let i = 0; i < count; i++) $typedSet("u8", target, i, readByte(buffer, from + i));
  } else $typedCopy("u8", target, 0, bytes!, from, count);
}
