/*
 * Arrays of 16-bit integers belong to the guest, and JavaScript cannot look into them. A module of three functions can: types of one
 * structure are one type in all modules.
 *
 *   (type $units (array (mut i16)))
 *   (func (export "l") (param (ref null $units)) (result i32) (array.len (local.get 0)))
 *   (func (export "g") (param (ref null $units) i32) (result i32) (array.get_u $units (local.get 0) (local.get 1)))
 *   (func (export "s") (param (ref null $units) i32 i32) (array.set $units (local.get 0) (local.get 1) (local.get 2)))
 */
/**
 * The bytes of that module, for those who build programs for engines that compile nothing while they run, such as Cloudflare's: there it is
 * compiled beforehand, like the guests.
 */
export const unitsModule: Uint8Array<ArrayBuffer> = toBytes(
  "0061736d010000000118045e770160016300017f600263007f017f600363007f7f00030403010203070d03016c000001670001017300020a1e" +
    "0306002000fb0f0b090020002001fb0d000b0b00200020012002fb0e000b",
);

interface Helper {
  l(array: unknown): number;
  g(array: unknown, index: number): number;
  s(array: unknown, index: number, unit: number): void;
}

/** UTF-16 units that make one text at a time: an engine bounds the arguments of a call. */
const CHUNK = 4096;

/** Texts from and into a guest's arrays of UTF-16 units. */
export interface Units {
  /** The text of a range; one outside of the array is a trap. */
  read(array: unknown, start: number, end: number): string;
  /** Writes a text, for which there must be room, and gives its length. */
  write(text: string, array: unknown, start: number): number;
}

/** The functions over a helper that is made, and compiled unless it is given, when the first of them is called. */
export function openUnits(compiled?: WebAssembly.Module): Units {
  let helper: Helper | undefined;
  const open = (): Helper => {
    if (helper) return helper;
    const instance = new WebAssembly.Instance(compiled ?? new WebAssembly.Module(unitsModule));
    return (helper = instance.exports as unknown as Helper);
  };
  const check = (array: unknown, start: number, end: number): void => {
    if (start > end || end > open().l(array)) throw new WebAssembly.RuntimeError("array element access out of bounds");
  };
  return {
    read(array, start, end) {
      check(array, start >>> 0, end >>> 0);
      const { g } = open();
      let text = "";
      for (let from = start >>> 0; from < end >>> 0; from += CHUNK) {
        const count = Math.min(CHUNK, (end >>> 0) - from);
        text += String.fromCharCode(...Array.from({ length: count }, (_, i) => g(array, from + i)));
      }
      return text;
    },
    write(text, array, start) {
      check(array, start >>> 0, (start >>> 0) + text.length);
      const { s } = open();
      for (let i = 0; i < text.length; i++) s(array, (start >>> 0) + i, text.charCodeAt(i));
      return text.length;
    },
  };
}

function toBytes(hexadecimal: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
