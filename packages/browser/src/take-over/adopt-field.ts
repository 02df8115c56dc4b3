/** Reads what a field shows; the result shows that in another one. `undefined` for what is no field. */
export function readField(element: Element): ((own: Element) => void) | undefined {
  if (element instanceof HTMLInputElement) {
    const { type, checked, indeterminate, value } = element;
    if (type === "file") return undefined;
    return (own) => {
      const field = own as HTMLInputElement;
      // Also where they are the same, so that they do not go when the attributes go.
      if (type === "checkbox" || type === "radio") Object.assign(field, { checked, indeterminate });
      else field.value = value;
    };
  }
  if (element instanceof HTMLTextAreaElement) {
    const { value } = element;
    return (own) => void ((own as HTMLTextAreaElement).value = value);
  }
  if (element instanceof HTMLSelectElement) {
    const selected = Array.from(element.options, (option) => option.selected);
    return (own) => {
      const { options } = own as HTMLSelectElement;
      selected.forEach((isSelected, i) => options[i] && (options[i].selected = isSelected));
    };
  }
  return undefined;
}

/** What is wrong with a field that is not needed any more is wrong with the one in its place. */
export function adoptValidity(element: Element, own: Element): void {
  const field = element as HTMLInputElement;
  if (!field.validity?.customError) return;
  // Where nothing can be entered, a field does not say it.
  field.remove();
  field.disabled = field.readOnly = false;
  (own as HTMLInputElement).setCustomValidity(field.validationMessage);
}
