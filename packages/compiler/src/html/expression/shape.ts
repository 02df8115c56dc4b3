import type { Json } from "@rune/schema";

/**
 * What `data.json` says about a place: the values that can be there. A row variable has those of all rows. `undefined`
 * stands for a place about which nothing is known.
 */
export type Shape = readonly Json[] | undefined;

/** The shape of a property, or the names that are there instead when none of the values has it. */
export function readProperty(shape: Shape, name: string): { shape: Shape } | { known: string[] } {
  if (!shape?.length || !shape.every((value) => typeof value === "object" && value !== null))
    return { shape: undefined };
  const found: Json[] = [];
  const known = new Set<string>();
  for (const value of shape) {
    if (Array.isArray(value)) {
      if (name === "length") found.push(value.length);
      known.add("length");
    } else if (typeof value === "object" && value !== null) {
      for (const key of Object.keys(value)) known.add(key);
      if (Object.hasOwn(value, name)) found.push(value[name] ?? null);
    }
  }
  return found.length > 0 ? { shape: found } : { known: [...known] };
}

/** The shape of the elements of a list. */
export function readElements(shape: Shape): Shape {
  if (!shape?.length || !shape.every((value) => Array.isArray(value))) return undefined;
  const elements = shape.flat() as Json[];
  return elements.length > 0 ? elements : undefined;
}
