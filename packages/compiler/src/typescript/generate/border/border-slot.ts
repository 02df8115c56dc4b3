import type { BorderSlot } from "@rune/schema";
import type { FlowNode } from "../../infer/index.ts";
import { NULLISH, kindsOf } from "../../infer/index.ts";
import type { Representation } from "../representation.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION, NUMBER_REPRESENTATION } from "../representation.ts";

/** How a value is held where it crosses, as the module's type says and as JavaScript is told. */
export interface Slot {
  representation: Representation;
  name: BorderSlot;
}

/** Numbers and booleans that may be absent cross boxed: JavaScript cannot tell one NaN from another. */
export function slotOf(node: FlowNode, representation: Representation): Slot {
  const absent = (kindsOf(node) & NULLISH) !== 0;
  switch (representation.type) {
    case "number":
    case "boolean":
      return absent
        ? { representation: ANY_REPRESENTATION, name: "any" }
        : { representation, name: representation.type };
    case "integer":
      return { representation, name: "number" };
    case "long":
      return { representation: NUMBER_REPRESENTATION, name: "number" };
    case "bigint":
    case "word":
      return { representation: EXTERN_REPRESENTATION, name: absent ? "undefined" : "value" };
    case "extern":
    case "reference":
      return { representation, name: absent ? representation.absent : "value" };
    default:
      return { representation: ANY_REPRESENTATION, name: "any" };
  }
}
