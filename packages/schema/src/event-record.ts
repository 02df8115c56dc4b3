import { isSafePropertyName } from "./property-names.ts";

/**
 * What `$event` is: a frozen record that the host makes from a DOM event. These paths exist and no others; a view that
 * names another is refused when it is built and when it is loaded.
 */
const fields = ["type", "key", "code", "button", "clientX", "clientY", "altKey", "ctrlKey", "metaKey", "shiftKey"];
const targetFields = ["value", "checked", "name", "id", "files"];

/** Names directly on `$event`. */
export const eventFields: readonly string[] = [...fields, "target", "detail"];
/** Names on `$event.target`. */
export const eventTargetFields: readonly string[] = targetFields;

/** Whether a path of property names is one that the event record has. `detail` is plain data of any shape. */
export function isEventPath(path: readonly string[]): boolean {
  const [first, second] = path;
  if (first === undefined) return true;
  if (first === "detail") return path.every(isSafePropertyName);
  if (first === "target") return path.length === 2 && second !== undefined && targetFields.includes(second);
  return path.length === 1 && fields.includes(first);
}
