import type { BorderType } from "../../ir/index.ts";
import { primitiveKinds } from "../../ir/index.ts";

export const NUMBER: BorderType = { type: "number" };
/** A whole number that an array can have as an index or a length. */
export const INDEX: BorderType = { type: "number" };
export const STRING: BorderType = { type: "string" };
export const BOOLEAN: BorderType = { type: "boolean" };
export const BIGINT: BorderType = { type: "bigint" };

const VALUE: BorderType = {
  type: "union",
  members: [STRING, NUMBER, BOOLEAN, { type: "null" }, { type: "undefined" }],
};
/** What is told of a file: an object as `JSON.parse` makes them. */
const FILE: BorderType = {
  type: "dictionary",
  shape: { name: "", declared: [], dictionary: true },
  value: VALUE,
};
/** What a user enters in a field: a value, or several that are chosen, or files. */
export const ENTERED: BorderType = {
  type: "union",
  members: [VALUE, { type: "array", element: { type: "union", members: [VALUE, FILE] }, readonly: false }],
};

const SIMPLE: ReadonlySet<BorderType["type"]> = new Set<BorderType["type"]>(primitiveKinds);

/**
 * Whether values of a type cross as they are: they cannot refer to an object that is still being made on the other side. Those of an opaque type can once
 * the program reads what is in them.
 */
export function isSimple(type: BorderType): boolean {
  return type.type === "union" ? type.members.every(isSimple) : SIMPLE.has(type.type);
}
