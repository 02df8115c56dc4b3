import type { StateType } from "@rune/host";

/**
 * What is known of an expression's values: how the controller's module has them, or that they are `plain`: data of the page, which changes
 * only with its name.
 */
export type ValueType = StateType | { readonly kind: "plain" };

export const plain: ValueType = { kind: "plain" };
export const primitive: ValueType = { kind: "primitive" };

/** The type of a value that is of one type or of another; `undefined` where they have nothing in common. */
export function joinTypes(first: ValueType, second: ValueType): ValueType | undefined {
  if (first === second || second.kind === "primitive") return first;
  if (first.kind === "primitive") return second;
  if (first.kind === "guest" || second.kind === "guest") return undefined;
  return first.kind === "host" ? first : second;
}

/** Whether a value has something inside. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
