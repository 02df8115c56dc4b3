import type { Json } from "@rune/schema";

/**
 * The type of data as TypeScript writes it: what can be at a place, given all values that are there. Objects of a list become one type, for
 * what some of them have can be asked of all.
 */
export function describeDataType(values: readonly Json[]): string {
  const names = new Set<string>();
  const objects: { readonly [name: string]: Json }[] = [];
  const lists: (readonly Json[])[] = [];
  for (const value of values) {
    if (value === null) names.add("null");
    else if (Array.isArray(value)) lists.push(value);
    else if (typeof value === "object") objects.push(value);
    else names.add(typeof value);
  }
  if (lists.length > 0) names.add(`readonly (${describeElements(lists)})[]`);
  if (objects.length > 0) names.add(describeObjects(objects));
  return names.size > 0 ? [...names].join(" | ") : "never";
}

/** Of what a list without elements holds, nothing is known. */
function describeElements(lists: readonly (readonly Json[])[]): string {
  const elements = lists.flat();
  return elements.length > 0 ? describeDataType(elements) : "any";
}

function describeObjects(objects: readonly { readonly [name: string]: Json }[]): string {
  const properties = new Map<string, Json[]>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) addTo(properties, name, value);
  }
  const members = Array.from(properties, ([name, values]) => {
    const isOptional = values.length < objects.length;
    return `${JSON.stringify(name)}${isOptional ? "?" : ""}: ${describeDataType(values)}`;
  });
  return `{ ${members.join("; ")} }`;
}

function addTo(properties: Map<string, Json[]>, name: string, value: Json): void {
  const known = properties.get(name);
  if (known) known.push(value);
  else properties.set(name, [value]);
}
