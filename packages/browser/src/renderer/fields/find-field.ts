import type { ModelModifier } from "@rune/schema";
import { checkboxField, fileField, radioField, selectField, selectSeveralField } from "./choice.ts";
import type { Field } from "./field.ts";
import { numberField } from "./number.ts";
import { createTextField, editableField } from "./text.ts";

const choices: Readonly<Record<string, Field>> = { checkbox: checkboxField, radio: radioField, file: fileField };

/** How the field that an element is shows values. */
export function findField(element: Element, modifiers: readonly ModelModifier[]): Field {
  const { localName } = element;
  if (localName === "select") return (element as HTMLSelectElement).multiple ? selectSeveralField : selectField;
  if (localName === "textarea") return createTextField(modifiers);
  if (localName !== "input") return editableField;
  const { type } = element as HTMLInputElement;
  if (type === "number" || type === "range") return numberField;
  return (Object.hasOwn(choices, type) && choices[type]) || createTextField(modifiers);
}
