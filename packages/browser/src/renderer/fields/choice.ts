import { toText } from "../to-text.ts";
import type { Field } from "./field.ts";

/** Values like another; fields know texts only. Where there is no other yet, the first of them that the place takes. */
function like<T>(sample: unknown, make: (read: (text: string) => unknown) => T): T[] {
  const reads = { number: [Number], string: [String] }[typeof sample as string] ?? [String, Number];
  return reads.map(make);
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
    return checked ? like(current[0], (read) => [...others, read(value)]) : [others];
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
    return checked ? like(current, (read) => read(value)) : [current];
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
  read: (element, current) => like(current, (read) => read((element as HTMLSelectElement).value)),
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
    const { selectedOptions } = element as HTMLSelectElement;
    return like(sample, (read) => Array.from(selectedOptions, ({ value }) => read(value)));
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
