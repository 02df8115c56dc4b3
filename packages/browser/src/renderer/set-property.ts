import type { PropertyName } from "@rune/schema";
import { writeAttribute } from "./element-tag.ts";
import { toText } from "./to-text.ts";

/** Elements whose `value` is what the user enters; elsewhere it is an ordinary attribute. */
const fields: ReadonlySet<string> = new Set(["input", "textarea", "select", "option"]);

/** Sets a property to what data says. A field that already has the value keeps its caret and what is half typed. */
export function setProperty(element: Element, tag: string, name: PropertyName, value: unknown): void {
  if (name !== "value") {
    (element as unknown as Record<string, boolean>)[name] = Boolean(value);
  } else if (!fields.has(tag)) {
    writeAttribute(element, name, value === null || value === undefined ? undefined : toText(value));
  } else {
    const field = element as HTMLInputElement;
    const text = toText(value);
    const isSameNumber = typeof value === "number" && field.value !== "" && Number(field.value) === value;
    if (field.value !== text && !isSameNumber) field.value = text;
  }
}
