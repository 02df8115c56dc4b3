import type { ByteBuffer } from "./byte-buffer.ts";
import { indexOfType } from "./type-space.ts";
import type { TypeSpace } from "./type-space.ts";
import type { Field, HeapType, StorageType, ValueType } from "./types.ts";

const storageTypeBytes = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, i8: 0x78, i16: 0x77 } as const;

const heapTypeBytes = {
  nofunc: 0x73,
  noextern: 0x72,
  none: 0x71,
  func: 0x70,
  extern: 0x6f,
  any: 0x6e,
  eq: 0x6d,
  i31: 0x6c,
  struct: 0x6b,
  array: 0x6a,
} as const;

/** Writes what a field or an element holds, or a value type. */
export function writeStorageType(out: ByteBuffer, types: TypeSpace, type: StorageType): void {
  if (typeof type === "string") return out.byte(storageTypeBytes[type]);
  // A nullable reference to an abstract type is that type's own byte.
  if (!type.nullable) out.byte(0x64);
  else if (typeof type.heap !== "string") out.byte(0x63);
  writeHeapType(out, types, type.heap);
}

/** Writes what a reference points to. */
export function writeHeapType(out: ByteBuffer, types: TypeSpace, heap: HeapType): void {
  if (typeof heap === "string") out.byte(heapTypeBytes[heap]);
  else out.s32(indexOfType(types, heap));
}

/** Writes a list of value types after its length. */
export function writeValueTypes(out: ByteBuffer, types: TypeSpace, values: readonly ValueType[]): void {
  out.u32(values.length);
  for (const value of values) writeStorageType(out, types, value);
}

/** Writes a field of a struct or the element of an array. */
export function writeField(out: ByteBuffer, types: TypeSpace, { type, mutable }: Field): void {
  writeStorageType(out, types, type);
  out.byte(mutable ? 1 : 0);
}
