import "./intrinsics-shim.ts";
import { BigInt64Array as LibraryBigInt64Array } from "../../../src/typescript/library/bigint64-array.ts";
import { BigUint64Array as LibraryBigUint64Array } from "../../../src/typescript/library/biguint64-array.ts";
import { Float32Array as LibraryFloat32Array } from "../../../src/typescript/library/float32-array.ts";
import { Float64Array as LibraryFloat64Array } from "../../../src/typescript/library/float64-array.ts";
import { Int16Array as LibraryInt16Array } from "../../../src/typescript/library/int16-array.ts";
import { Int32Array as LibraryInt32Array } from "../../../src/typescript/library/int32-array.ts";
import { Int8Array as LibraryInt8Array } from "../../../src/typescript/library/int8-array.ts";
import { Uint16Array as LibraryUint16Array } from "../../../src/typescript/library/uint16-array.ts";
import { Uint32Array as LibraryUint32Array } from "../../../src/typescript/library/uint32-array.ts";
import { Uint8Array as LibraryUint8Array } from "../../../src/typescript/library/uint8-array.ts";
import { Uint8ClampedArray as LibraryUint8ClampedArray } from "../../../src/typescript/library/uint8-clamped-array.ts";
import { TypedArray } from "../../../src/typescript/library/typed-array.ts";
import { asNative } from "./iterable.ts";

asNative(TypedArray);

/** Methods by name. */
export type Members = Record<string, (...args: unknown[]) => unknown>;
/** A typed array of the library or of JavaScript. */
export type AnyArray = Members & Iterable<unknown> & { length: number; buffer: object };
/** Its class. */
export type AnyClass = Members & (new (...args: unknown[]) => AnyArray);

/** Classes of whole numbers: the library's and JavaScript's. */
export const integers: unknown[][] = [
  [LibraryInt8Array, Int8Array],
  [LibraryUint8Array, Uint8Array],
  [LibraryUint8ClampedArray, Uint8ClampedArray],
  [LibraryInt16Array, Int16Array],
  [LibraryUint16Array, Uint16Array],
  [LibraryInt32Array, Int32Array],
  [LibraryUint32Array, Uint32Array],
];
/** Those of bigints. */
export const bigints: unknown[][] = [
  [LibraryBigInt64Array, BigInt64Array],
  [LibraryBigUint64Array, BigUint64Array],
];
/** All others. */
export const numbers: unknown[][] = [
  ...integers,
  [LibraryFloat32Array, Float32Array],
  [LibraryFloat64Array, Float64Array],
];
/** Pairs with their name first, as tables of tests want it. */
export const named = (pairs: unknown[][]): [string, AnyClass, AnyClass][] =>
  (pairs as [AnyClass, AnyClass][]).map(([ours, theirs]) => [(theirs as unknown as Function).name, ours, theirs]);

/** Numbers of every sort. */
export const values: number[] = [3, -1, 1.5, 2.5, 300, 70000, 5e9, -0, NaN, Infinity, -129.9, 0.1, 254.5];
