import type { Position } from "./position.ts";

/** What a reference points to: one of the abstract types, or a type of the module. */
export type HeapType =
  | "any"
  | "eq"
  | "i31"
  | "struct"
  | "array"
  | "none"
  | "extern"
  | "noextern"
  | "func"
  | "nofunc"
  | DefinedType;

/** A reference. */
export interface RefType {
  kind: "ref";
  nullable: boolean;
  heap: HeapType;
}

/** A number. */
export type NumberType = "i32" | "i64" | "f32" | "f64";

/** What a local, a parameter or an operand holds. */
export type ValueType = NumberType | RefType;

/** What a field or an element holds. */
export type StorageType = ValueType | "i8" | "i16";

/** A field of a struct or the element of an array. */
export interface Field {
  name: string;
  type: StorageType;
  mutable: boolean;
}

/** A struct. The object is its identity: two structs with equal fields stay different, and fields may be filled in later. */
export interface StructType {
  kind: "struct";
  name: string;
  /** With those of the supertype, which come first and have the same types. */
  fields: Field[];
  supertype: StructType | undefined;
  /** Whether no other struct has this one as its supertype. */
  final: boolean;
  /** Where what it stands for is declared in the source. */
  position?: Position;
}

/** An array. The object is its identity. */
export interface ArrayType {
  kind: "array";
  name: string;
  element: Field;
  /** Whether it must equal the same array type of other modules, as the `wasm:js-string` imports want it. */
  canonical?: boolean;
}

/** A function's type, compared by structure. It reaches itself through a struct or an array only. */
export interface FunctionType {
  kind: "function";
  params: readonly ValueType[];
  results: readonly ValueType[];
}

/** A type that the module defines. */
export type DefinedType = StructType | ArrayType | FunctionType;

/** A reference that is never null. */
export function ref(heap: HeapType): RefType {
  return { kind: "ref", nullable: false, heap };
}

/** A reference or null. */
export function refNull(heap: HeapType): RefType {
  return { kind: "ref", nullable: true, heap };
}

/** A field. */
export function field(name: string, type: StorageType, mutable = true): Field {
  return { name, type, mutable };
}

/** A struct; `final` says that nothing extends it. */
export function structType(name: string, fields: Field[], supertype?: StructType, final = true): StructType {
  return { kind: "struct", name, fields, supertype, final };
}

/** An array of a type of its own. */
export function arrayType(name: string, type: StorageType, mutable = true): ArrayType {
  return { kind: "array", name, element: field("element", type, mutable) };
}

/** An array that equals the same array type of other modules. Its element mentions no other defined type. */
export function canonicalArrayType(name: string, type: StorageType, mutable = true): ArrayType {
  return { ...arrayType(name, type, mutable), canonical: true };
}

/** A function's type. */
export function functionType(params: readonly ValueType[], results: readonly ValueType[] = []): FunctionType {
  return { kind: "function", params, results };
}

/** `(ref null any)` */
export const anyref: RefType = refNull("any");
/** `(ref null eq)` */
export const eqref: RefType = refNull("eq");
/** `(ref null i31)` */
export const i31ref: RefType = refNull("i31");
/** `(ref null struct)` */
export const structref: RefType = refNull("struct");
/** `(ref null array)` */
export const arrayref: RefType = refNull("array");
/** `(ref null none)` */
export const nullref: RefType = refNull("none");
/** `(ref null extern)` */
export const externref: RefType = refNull("extern");
/** `(ref null noextern)` */
export const nullexternref: RefType = refNull("noextern");
/** `(ref null func)` */
export const funcref: RefType = refNull("func");
/** `(ref null nofunc)` */
export const nullfuncref: RefType = refNull("nofunc");
