// The AssemblyScript dialect, as far as ordinary TypeScript can check it. It stands beside the standard ES library, so that an
// editor understands a `*.as.ts` file; what AssemblyScript refuses is found when the module is compiled.

/// <reference path="./rune.d.ts" />

/** An 8-bit signed integer. */
declare type i8 = number;
/** Converts a number to an 8-bit signed integer, as a cast does. */
declare function i8(value: unknown): i8;
declare namespace i8 {
  const MIN_VALUE: i8;
  const MAX_VALUE: i8;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): i8;
}

/** A 16-bit signed integer. */
declare type i16 = number;
/** Converts a number to a 16-bit signed integer, as a cast does. */
declare function i16(value: unknown): i16;
declare namespace i16 {
  const MIN_VALUE: i16;
  const MAX_VALUE: i16;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): i16;
}

/** A 32-bit signed integer. */
declare type i32 = number;
/** Converts a number to a 32-bit signed integer, as a cast does. */
declare function i32(value: unknown): i32;
declare namespace i32 {
  const MIN_VALUE: i32;
  const MAX_VALUE: i32;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): i32;
}

/** A signed integer of pointer size (32 bits). */
declare type isize = number;
/** Converts a number to a signed integer of pointer size (32 bits), as a cast does. */
declare function isize(value: unknown): isize;
declare namespace isize {
  const MIN_VALUE: isize;
  const MAX_VALUE: isize;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): isize;
}

/** An 8-bit unsigned integer. */
declare type u8 = number;
/** Converts a number to an 8-bit unsigned integer, as a cast does. */
declare function u8(value: unknown): u8;
declare namespace u8 {
  const MIN_VALUE: u8;
  const MAX_VALUE: u8;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): u8;
}

/** A 16-bit unsigned integer. */
declare type u16 = number;
/** Converts a number to a 16-bit unsigned integer, as a cast does. */
declare function u16(value: unknown): u16;
declare namespace u16 {
  const MIN_VALUE: u16;
  const MAX_VALUE: u16;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): u16;
}

/** A 32-bit unsigned integer. */
declare type u32 = number;
/** Converts a number to a 32-bit unsigned integer, as a cast does. */
declare function u32(value: unknown): u32;
declare namespace u32 {
  const MIN_VALUE: u32;
  const MAX_VALUE: u32;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): u32;
}

/** An unsigned integer of pointer size (32 bits). */
declare type usize = number;
/** Converts a number to an unsigned integer of pointer size (32 bits), as a cast does. */
declare function usize(value: unknown): usize;
declare namespace usize {
  const MIN_VALUE: usize;
  const MAX_VALUE: usize;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): usize;
}

/** A 64-bit signed integer. */
declare type i64 = number;
/** Converts a number to a 64-bit signed integer, as a cast does. */
declare function i64(value: unknown): i64;
declare namespace i64 {
  const MIN_VALUE: i64;
  const MAX_VALUE: i64;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): i64;
}

/** A 64-bit unsigned integer. */
declare type u64 = number;
/** Converts a number to a 64-bit unsigned integer, as a cast does. */
declare function u64(value: unknown): u64;
declare namespace u64 {
  const MIN_VALUE: u64;
  const MAX_VALUE: u64;
  /** Reads an integer; `radix` defaults to what the text's prefix says. */
  function parse(text: string, radix?: i32): u64;
}

/** A 32-bit float. */
declare type f32 = number;
/** Converts a number to a 32-bit float. */
declare function f32(value: unknown): f32;
declare namespace f32 {
  const MIN_VALUE: f32;
  const MAX_VALUE: f32;
  const EPSILON: f32;
  const NaN: f32;
  const POSITIVE_INFINITY: f32;
  const NEGATIVE_INFINITY: f32;
  function parse(text: string): f32;
}

/** A 64-bit float. */
declare type f64 = number;
/** Converts a number to a 64-bit float. */
declare function f64(value: unknown): f64;
declare namespace f64 {
  const MIN_VALUE: f64;
  const MAX_VALUE: f64;
  const EPSILON: f64;
  const NaN: f64;
  const POSITIVE_INFINITY: f64;
  const NEGATIVE_INFINITY: f64;
  function parse(text: string): f64;
}

/** A boolean. */
declare type bool = boolean;
/** Whether a value is not zero, not `null` and not empty memory. */
declare function bool(value: unknown): bool;

/** The wrapper of `i8`. */
declare namespace I8 {
  const MIN_VALUE: i8;
  const MAX_VALUE: i8;
  function parseInt(text: string, radix?: i32): i8;
}
/** The wrapper of `i16`. */
declare namespace I16 {
  const MIN_VALUE: i16;
  const MAX_VALUE: i16;
  function parseInt(text: string, radix?: i32): i16;
}
/** The wrapper of `i32`. */
declare namespace I32 {
  const MIN_VALUE: i32;
  const MAX_VALUE: i32;
  function parseInt(text: string, radix?: i32): i32;
}
/** The wrapper of `i64`. */
declare namespace I64 {
  const MIN_VALUE: i64;
  const MAX_VALUE: i64;
  function parseInt(text: string, radix?: i32): i64;
}
/** The wrapper of `u8`. */
declare namespace U8 {
  const MIN_VALUE: u8;
  const MAX_VALUE: u8;
  function parseInt(text: string, radix?: i32): u8;
}
/** The wrapper of `u16`. */
declare namespace U16 {
  const MIN_VALUE: u16;
  const MAX_VALUE: u16;
  function parseInt(text: string, radix?: i32): u16;
}
/** The wrapper of `u32`. */
declare namespace U32 {
  const MIN_VALUE: u32;
  const MAX_VALUE: u32;
  function parseInt(text: string, radix?: i32): u32;
}
/** The wrapper of `u64`. */
declare namespace U64 {
  const MIN_VALUE: u64;
  const MAX_VALUE: u64;
  function parseInt(text: string, radix?: i32): u64;
}
/** The wrapper of `f32`. */
declare namespace F32 {
  const EPSILON: f32;
  const MIN_VALUE: f32;
  const MAX_VALUE: f32;
  function isFinite(value: f32): bool;
  function isInteger(value: f32): bool;
  function isNaN(value: f32): bool;
  function parseFloat(text: string): f32;
  function parseInt(text: string, radix?: i32): f32;
}
/** The wrapper of `f64`. */
declare namespace F64 {
  const EPSILON: f64;
  const MIN_VALUE: f64;
  const MAX_VALUE: f64;
  function isFinite(value: f64): bool;
  function isInteger(value: f64): bool;
  function isNaN(value: f64): bool;
  function parseFloat(text: string): f64;
  function parseInt(text: string, radix?: i32): f64;
}

/** Takes a value as one of another type, without a conversion. */
declare function changetype<T>(value: unknown): T;
/** Evaluates an element access without its bounds check. */
declare function unchecked<T>(expression: T): T;
/** Traps when the condition does not hold; gives it back otherwise. */
declare function assert<T>(condition: T, message?: string): NonNullable<T>;
/** Traps. */
declare function unreachable(): never;
/** Name of a type. */
declare function nameof<T>(value?: T): string;
/** Bytes that a basic type or a reference takes. */
declare function sizeof<T>(): usize;
/** Bytes that an instance of a class takes. */
declare function offsetof<T>(field?: string): usize;
/** Id of a class. */
declare function idof<T>(): u32;
/** Makes an instance of a generic type. */
declare function instantiate<T>(...args: unknown[]): T;

declare function isBoolean<T>(value?: T): bool;
declare function isInteger<T>(value?: T): bool;
declare function isSigned<T>(value?: T): bool;
declare function isFloat<T>(value?: T): bool;
declare function isString<T>(value?: T): bool;
declare function isArray<T>(value?: T): bool;
declare function isArrayLike<T>(value?: T): bool;
declare function isReference<T>(value?: T): bool;
declare function isManaged<T>(value?: T): bool;
declare function isNullable<T>(value?: T): bool;
declare function isFunction<T>(value?: T): bool;
declare function isDefined(expression: unknown): bool;
declare function isConstant(expression: unknown): bool;

declare function abs<T extends number>(value: T): T;
declare function min<T extends number>(a: T, b: T): T;
declare function max<T extends number>(a: T, b: T): T;
declare function ceil<T extends number>(value: T): T;
declare function floor<T extends number>(value: T): T;
declare function trunc<T extends number>(value: T): T;
declare function nearest<T extends number>(value: T): T;
declare function sqrt<T extends number>(value: T): T;
declare function copysign<T extends number>(value: T, sign: T): T;
declare function clz<T extends number>(value: T): T;
declare function ctz<T extends number>(value: T): T;
declare function popcnt<T extends number>(value: T): T;
declare function rotl<T extends number>(value: T, shift: T): T;
declare function rotr<T extends number>(value: T, shift: T): T;
declare function reinterpret<T extends number>(value: number): T;
declare function select<T>(ifTrue: T, ifFalse: T, condition: bool): T;
declare function load<T>(pointer: usize, offset?: usize): T;
declare function store<T>(pointer: usize, value: T, offset?: usize): void;

/** Raw memory. */
declare namespace memory {
  function size(): i32;
  function grow(pages: i32): i32;
  function copy(target: usize, source: usize, size: usize): void;
  function fill(target: usize, value: u8, size: usize): void;
  function compare(left: usize, right: usize, size: usize): i32;
}
/** Memory that nobody collects. */
declare namespace heap {
  function alloc(size: usize): usize;
  function realloc(pointer: usize, size: usize): usize;
  function free(pointer: usize): void;
}

/** 32-bit mathematics. */
declare const Mathf: typeof Math;

/** An array of fixed length, stored without a second block. */
declare class StaticArray<T> {
  [index: number]: T;
  static fromArray<T>(source: T[]): StaticArray<T>;
  constructor(length: i32);
  readonly length: i32;
  at(index: i32): T;
  fill(value: T, start?: i32, end?: i32): this;
  includes(value: T, from?: i32): bool;
  indexOf(value: T, from?: i32): i32;
  join(separator?: string): string;
  slice<U extends T[] = T[]>(from?: i32, to?: i32): U;
  sort(compare?: (a: T, b: T) => i32): this;
}

interface StringConstructor {
  readonly UTF8: {
    byteLength(text: string, nullTerminated?: bool): i32;
    encode(text: string, nullTerminated?: bool): ArrayBuffer;
    decode(buffer: ArrayBuffer, nullTerminated?: bool): string;
  };
  readonly UTF16: {
    byteLength(text: string): i32;
    encode(text: string): ArrayBuffer;
    decode(buffer: ArrayBuffer): string;
  };
  fromCharCodes(codes: i32[]): string;
  fromCodePoints(points: i32[]): string;
}
interface Uint8ArrayConstructor {
  wrap(buffer: ArrayBuffer, byteOffset?: i32, length?: i32): Uint8Array;
}
interface Float64ArrayConstructor {
  wrap(buffer: ArrayBuffer, byteOffset?: i32, length?: i32): Float64Array;
}

/** Writes to the host's log. */
interface Console {
  assert(condition?: unknown, message?: string): void;
  log(message?: string): void;
  debug(message?: string): void;
  info(message?: string): void;
  warn(message?: string): void;
  error(message?: string): void;
}
declare var console: Console;

/** Inlines a method. */
declare function inline(...target: unknown[]): any;
/** Keeps a class outside of garbage collection. */
declare function unmanaged(...target: unknown[]): any;
/** Forbids further subclasses. */
declare function final(...target: unknown[]): any;
/** Marks a method as unsafe to call. */
declare function unsafe(...target: unknown[]): any;
/** Lets a method stand for an operator, such as `+` or `[]`. */
declare function operator(token: string): any;
declare namespace operator {
  function binary(token: string): any;
  function prefix(token: string): any;
  function postfix(token: string): any;
}
/** Names the import that a declared function stands for. */
declare function external(module: string, name?: string): any;
