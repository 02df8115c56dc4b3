import { toText } from "../to-text.ts";
import type { Field } from "./field.ts";

/** `<input type="number">` and `type="range"`. An empty one is `null`, or NaN where the place takes numbers only. */
export const numberField: Field = {
  write(element, value) {
    const control = element as HTMLInputElement;
    const text = typeof value === "number" && Number.isNaN(value) ? "" : toText(value);
    // `1.` and `1e2` are numbers in the making. What is no number yet has no value; it is the user's to end.
    const isSame = text === "" ? control.value === "" : control.value !== "" && control.valueAsNumber === Number(text);
    if (!isSame) control.value = text;
  },
  read(element, current) {
    const { value, valueAsNumber } = element as HTMLInputElement;
    if (typeof current === "string") return [value];
    return Number.isNaN(valueAsNumber) ? [null, undefined, valueAsNumber] : [valueAsNumber];
  },
};
