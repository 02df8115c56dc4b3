import type { BorderType } from "../../ir/index.ts";

export const NUMBER: BorderType = { type: "number" };
/** A whole number that an array can have as an index or a length. */
export const INDEX: BorderType = { type: "number" };
export const STRING: BorderType = { type: "string" };
export const BOOLEAN: BorderType = { type: "boolean" };
export const BIGINT: BorderType = { type: "bigint" };
