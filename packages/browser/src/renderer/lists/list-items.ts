import type { ValueType } from "../value-type.ts";
import { isObject, plain, primitive } from "../value-type.ts";

/** A list as rows see it. */
export interface ListItems {
  items: readonly unknown[];
  /** Identities that the list itself gives: a Map's keys, a Set's values. */
  keys?: readonly unknown[];
}

/** What the rows of a list stand for. */
export function itemType(type: ValueType): ValueType {
  return type.kind === "guest" ? (type.list?.type ?? primitive) : type;
}

/** Longest range that a number stands for; a larger one is a mistake that would freeze the page. */
export const MAX_RANGE = 1_000_000;

const none: ListItems = { items: [] };

/**
 * Reads what `data-for` repeats over: arrays, Maps (rows of `[key, value]`), Sets, numbers (1 to n), nothing for `null`
 * and `undefined`. Returns `undefined` for anything else.
 */
export function listItems(value: unknown, type: ValueType = plain): ListItems | undefined {
  if (type.kind === "guest" && isObject(value)) return type.list?.read(value);
  if (Array.isArray(value)) return { items: value };
  if (value === null || value === undefined) return none;
  if (value instanceof Map) return { items: [...value], keys: [...value.keys()] };
  if (value instanceof Set) {
    const items = [...value];
    return { items, keys: items };
  }
  if (typeof value === "number" && value <= MAX_RANGE) {
    // A length is rounded down, and none is below zero.
    return { items: Array.from({ length: value }, (_, i) => i + 1) };
  }
  return undefined;
}
