import type { ModelModifier } from "@rune/schema";
import { toText } from "../to-text.ts";
import type { Field } from "./field.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** What a colour field shows that has been given none; it takes no empty text. */
export const NO_COLOR = "#000000";

/** Fields of one text, and what browsers give as a text: dates, times, colours. */
export function createTextField(modifiers: readonly ModelModifier[]): Field {
  const isTrimmed = modifiers.includes("trim");
  const isNumber = modifiers.includes("number");
  const entered = (text: string): string => (isTrimmed ? text.trim() : text);
  return {
    write(element, value) {
      const control = element as Control;
      const text = toText(value) || (control.type === "color" ? NO_COLOR : "");
      // White space that is typed on the way to the next word stays until the field is left.
      const isHalfTyped =
        control.ownerDocument.activeElement === control && (isTrimmed || isNumber) && entered(control.value) === text;
      if (control.value !== text && !isHalfTyped) control.value = text;
    },
    read(element, current) {
      const text = entered((element as Control).value);
      if (!isNumber && typeof current !== "number") return [text];
      const number = Number(text);
      return text.trim() === "" || Number.isNaN(number)
        ? isNumber
          ? [text, null, Number.NaN]
          : [text, Number.NaN]
        : [number];
    },
  };
}

/** Elements with `contenteditable`. */
export const editableField: Field = {
  write(element, value) {
    const text = toText(value);
    if (element.textContent !== text) element.textContent = text;
  },
  read: (element) => [element.textContent],
};
