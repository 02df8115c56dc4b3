import { toText } from "../to-text.ts";
import type { Field } from "./field.ts";

/** A value like others: fields know texts only. */
function like(sample: unknown, text: string): unknown {
  return typeof sample === "number" ? Number(text) : text;
}

/** A check box: yes or no, or whether its value is in a list. */
export const checkboxField: Field = {
  write(element, value) {
    const control = element as HTMLInputElement;
    control.checked = Array.isArray(value) ? value.some((each) => toText(each) === control.value) : Boolean(value);
  },
  read(element, current) {
    const { checked, value } = element as HTMLInputElement;
    if (!Array.isArray(current)) return [checked];
    const others = current.filter((each) => toText(each) !== value);
    return [checked ? [...others, like(current[0], value)] : others];
  },
};

/** One of several radio buttons: its value, if it is the chosen one. */
export const radioField: Field = {
  write(element, value) {
    const control = element as HTMLInputElement;
    control.checked = value !== null && value !== undefined && toText(value) === control.value;
  },
  read(element, current) {
    const { checked, value } = element as HTMLInputElement;
    return [checked ? like(current, value) : current];
  },
};

/** A list to choose one from. */
export const selectField: Field = {
  dependsOnContent: true,
  write(element, value) {
    const control = element as HTMLSelectElement;
    const text = toText(value);
    if (control.value !== text || control.selectedIndex < 0) control.value = text;
  },
  read: (element, current) => [like(current, (element as HTMLSelectElement).value)],
};

/** A list to choose several from. */
export const selectSeveralField: Field = {
  dependsOnContent: true,
  write(element, value) {
    const chosen = new Set(Array.isArray(value) ? value.map(toText) : []);
    for (const option of (element as HTMLSelectElement).options) option.selected = chosen.has(option.value);
  },
  read(element, current) {
    const sample: unknown = Array.isArray(current) ? current[0] : undefined;
    return [Array.from((element as HTMLSelectElement).selectedOptions, ({ value }) => like(sample, value))];
  },
};

/** Files: what they are called, how long they are, of which type, and of when. Data can only take them away. */
export const fileField: Field = {
  write(element, value) {
    const control = element as HTMLInputElement;
    const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty && control.value !== "") control.value = "";
  },
  read: (element) => [
    Array.from((element as HTMLInputElement).files ?? [], ({ name, size, type, lastModified }) => ({
      name,
      size,
      type,
      lastModified,
    })),
  ],
};
