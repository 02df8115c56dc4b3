import { toText } from "../renderer/to-text.ts";
import { escapeText } from "./escape.ts";
import { UNKNOWN } from "./evaluator.ts";

/** An element that is being written. */
export interface FrameElement {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  /** Its text, where that is not what the author's HTML has. */
  text: string | undefined;
  /** Of a list to choose from: the values of the options that are chosen, as they are written. */
  chosen: ReadonlySet<string> | undefined;
}

/** Types of `<input>` whose value no markup shows, or none is to be written down. */
const hidden = new Set(["file", "password"]);

/** Shows a value in a field. `isValue`: as its `value`, and not as what of it is chosen. */
export function showInField(element: FrameElement, value: unknown, isValue = false): void {
  if (value === UNKNOWN) return;
  const { tag, attributes } = element;
  const type = (attributes.get("type") ?? "").toLowerCase();
  const text = toText(value);
  if (tag === "select") {
    const values = Array.isArray(value) ? value.map(toText) : [text];
    element.chosen = new Set(values.map(escapeText));
  } else if (tag !== "input" && tag !== "option") element.text = text;
  else if (!isValue && (type === "checkbox" || type === "radio")) {
    const own = attributes.get("value") ?? "on";
    const isChosen =
      type === "radio"
        ? value !== null && value !== undefined && text === own
        : Array.isArray(value)
          ? value.some((each) => toText(each) === own)
          : Boolean(value);
    if (isChosen) attributes.set("checked", "");
    else attributes.delete("checked");
  } else if (!hidden.has(type)) attributes.set("value", text);
}
