/** Kinds of values that are no objects. */
export type PrimitiveKind = "undefined" | "null" | "boolean" | "number" | "string" | "bigint" | "symbol";

/** All of them. */
export const primitiveKinds: readonly PrimitiveKind[] = [
  "undefined",
  "null",
  "boolean",
  "number",
  "string",
  "bigint",
  "symbol",
];
