/** Remembers what the user has entered in a page's fields, and the focus. Returns what puts it back, where the fields still are. */
export function keepFields(container: Element): () => void {
  const { activeElement } = container.ownerDocument;
  const restores = [...container.querySelectorAll<HTMLElement>("input,textarea,option")].map(keepField);
  return () => {
    for (const restore of restores) restore();
    if (container.contains(activeElement)) (activeElement as HTMLElement).focus({ preventScroll: true });
  };
}

function keepField(element: HTMLElement): () => void {
  if (element.localName === "option") {
    const option = element as HTMLOptionElement;
    const { selected } = option;
    return () => {
      if (option.selected !== selected) option.selected = selected;
    };
  }
  const field = element as HTMLInputElement;
  const { type, value, checked, indeterminate, selectionStart, selectionEnd } = field;
  return () => {
    field.checked = checked;
    field.indeterminate = indeterminate;
    // A script cannot choose files.
    if (field.type !== type || type === "file" || field.value === value) return;
    field.value = value;
    // Only fields of text have a caret.
    if (typeof selectionStart === "number") field.setSelectionRange(selectionStart, selectionEnd);
  };
}
