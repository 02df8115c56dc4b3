import type { BorderType } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import type { Asked } from "./asked.ts";

/** What JavaScript may give where the type of a parameter or property says nothing of it. */
export interface Absence {
  type: BorderType;
  /** `undefined`, and `null` as the same, unless the type has it. */
  lenient: boolean;
}

/**
 * What may be given to something that the program asks to be there. Where the program can tell `null` from `undefined`, or where both cost nothing
 * more than one, `null` stays what it is. Properties that hold references and both cost every access: those must be compared with `null` itself.
 */
export function absenceOf(
  shared: SharedContext,
  { type, optional }: { type: BorderType; optional: boolean },
  asked: Asked,
  place: "parameter" | "property",
): Absence {
  if (asked === 0 || !isPresent(type)) return { type, lenient: false };
  const isReference = isHeldByReference(type);
  // The truth of numbers and booleans that are always there is asked for as often as not.
  if (!isReference && asked === 1 && !optional) return { type, lenient: false };
  // Functions keep a type of their own: they are methods of the object that they are in.
  const tells = asked >= (place === "property" ? 4 : 3);
  const isNullable = !isReference || (tells && type.type !== "function");
  // To be taken for `undefined` would be wrong.
  if (!isNullable && optional && asked === 3) return { type, lenient: false };
  return { type: isNullable ? orNull(shared, type) : type, lenient: true };
}

/** Whether values of the type are always there. */
function isPresent(type: BorderType): boolean {
  if (type.type === "union") return type.members.every(isPresent);
  return !["undefined", "null", "any", "opaque"].includes(type.type);
}

/** Whether values of the type cost nothing more if they may be absent in one way. */
function isHeldByReference(type: BorderType): boolean {
  if (type.type === "union") return type.members.every(isHeldByReference);
  return type.type !== "number" && type.type !== "boolean";
}

/** The type with `null`, the same each time. */
function orNull({ nullable }: SharedContext, type: BorderType): BorderType {
  let made = nullable.get(type);
  if (!made) nullable.set(type, (made = { type: "union", members: [{ type: "null" }, type] }));
  return made;
}
