import type { BorderType } from "../../ir/index.ts";

/** The union of types; the type itself if there is only one. */
export function anyOf(types: readonly BorderType[]): BorderType {
  const members = [...new Set(types)];
  const [only] = members;
  return members.length === 1 && only ? only : { type: "union", members };
}
