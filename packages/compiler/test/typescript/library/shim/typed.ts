/** What never has been given a value. Nothing may be done with it. */
export const nothing: unique symbol = Symbol("nothing");

type Storage = Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;
type NumberType = "i8" | "u8" | "i16" | "u16" | "i32" | "u32" | "f32" | "f64";

const storages = {
  i8: Int8Array,
  u8: Int8Array,
  i16: Int16Array,
  u16: Int16Array,
  i32: Int32Array,
  u32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

function check(type: NumberType, storage: Storage, from: number, to: number): void {
  if (!(storage instanceof storages[type])) throw new Error(`the storage is not of ${type}`);
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from > to || to > storage.length) {
    throw new Error(`${from} to ${to} is not within ${storage.length}`);
  }
}

const single = new DataView(new ArrayBuffer(4));

/** Storages of numbers, and values that are not there yet. */
export const typedIntrinsics = {
  $nothing: (): unknown => nothing,
  $isInstance: (value: unknown, type: new () => unknown): boolean => value instanceof type,
  $asInstance(value: unknown, type: new () => unknown): unknown {
    if (!(value instanceof type)) throw new Error("it is no instance");
    return value;
  },
  $exceptInstance(value: unknown, type: new () => unknown): unknown {
    if (value instanceof type) throw new Error("it is an instance");
    return value;
  },
  $typedNew: (type: NumberType, length: number): Storage => new storages[type](length),
  $typedLength(type: NumberType, storage: Storage): number {
    check(type, storage, 0, 0);
    return storage.length;
  },
  $typedGet(type: NumberType, storage: Storage, at: number): number {
    check(type, storage, at, at + 1);
    const value = storage[at]!;
    if (type === "u8") return value & 0xff;
    if (type === "u16") return value & 0xffff;
    return type === "u32" ? value >>> 0 : value;
  },
  $typedSet(type: NumberType, storage: Storage, at: number, value: number): void {
    check(type, storage, at, at + 1);
    if (typeof value !== "number") throw new Error(`${String(value)} is no number`);
    storage[at] = value;
  },
  $typedCopy(type: NumberType, target: Storage, at: number, source: Storage, from: number, count: number): void {
    check(type, target, at, at + count);
    check(type, source, from, from + count);
    target.set(source.slice(from, from + count), at);
  },
  $typedFill(type: NumberType, storage: Storage, value: number, from: number, to: number): void {
    check(type, storage, from, to);
    storage.fill(value, from, to);
  },
  $within: (index: number, length: number): boolean => index >= 0 && index < length,
  $typedWord: (_type: NumberType, storage: Storage, at: number): number =>
    new DataView(storage.buffer).getInt32(at * 4, true),
  $typedSetWord(_type: NumberType, storage: Storage, at: number, bits: number): void {
    new DataView(storage.buffer).setInt32(at * 4, bits, true);
  },
  $fromFloatBits(bits: number): number {
    single.setInt32(0, bits);
    return single.getFloat32(0);
  },
  $floatBits(x: number): number {
    single.setFloat32(0, x);
    return single.getInt32(0);
  },
  $stringFromUnits(storage: Storage, start: number, end: number): string {
    check("u16", storage, start, end);
    let text = "";
    for (let i = start; i < end; i++) text += String.fromCharCode(storage[i]! & 0xffff);
    return text;
  },
  $stringIntoUnits(text: string, storage: Storage, at: number): void {
    check("u16", storage, at, at + text.length);
    for (let i = 0; i < text.length; i++) storage[at + i] = text.charCodeAt(i);
  },
};

// Modules of the library make storages when they are loaded, and other shims load them.
Object.assign(globalThis, typedIntrinsics);
