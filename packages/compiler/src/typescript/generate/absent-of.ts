import type { Kinds } from "../infer/index.ts";
import { NULL, NULLISH } from "../infer/index.ts";
import type { Absent } from "./representation.ts";

/** What a null reference stands for where these kinds may be; none if it could be both. */
export function absentOf(kinds: Kinds): Absent | undefined {
  if ((kinds & NULLISH) === NULLISH) return undefined;
  return kinds & NULL ? "null" : "undefined";
}
