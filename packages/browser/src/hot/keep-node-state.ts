/** What of an element is nobody's but the user's. */
interface NodeState {
  value?: string | undefined;
  checked?: boolean | undefined;
  open?: boolean | undefined;
  selection?: readonly [number, number] | undefined;
  scroll?: readonly [number, number] | undefined;
  hasFocus?: boolean | undefined;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Keeps what users have done to the elements of an app; what it returns does that to those that have come in their place. */
export function keepNodeState(root: Element): () => void {
  const window = root.ownerDocument.defaultView as Window;
  const { scrollX, scrollY } = window;
  const states = new Map<string, NodeState>();
  for (const element of root.querySelectorAll("*")) {
    const state = readState(element);
    if (Object.values(state).some((each) => each !== undefined)) states.set(describePlace(element, root), state);
  }
  return () => {
    for (const element of root.querySelectorAll("*")) {
      const state = states.get(describePlace(element, root));
      if (state) writeState(element, state);
    }
    window.scrollTo(scrollX, scrollY);
  };
}

function readState(element: Element): NodeState {
  const field = asField(element);
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  const hasFocus = element.ownerDocument.activeElement === element;
  return {
    value: field && isEdited(field) ? field.value : undefined,
    checked: field instanceof HTMLInputElement && field.checked !== field.defaultChecked ? field.checked : undefined,
    open: element instanceof HTMLDetailsElement ? element.open : undefined,
    selection:
      hasFocus && isText && field.selectionStart !== null
        ? [field.selectionStart, field.selectionEnd ?? field.selectionStart]
        : undefined,
    scroll: element.scrollTop || element.scrollLeft ? [element.scrollLeft, element.scrollTop] : undefined,
    hasFocus: hasFocus || undefined,
  };
}

function writeState(element: Element, { value, checked, open, selection, scroll, hasFocus }: NodeState): void {
  const field = asField(element);
  if (field && value !== undefined && field.value !== value) field.value = value;
  if (field instanceof HTMLInputElement && checked !== undefined) field.checked = checked;
  if (element instanceof HTMLDetailsElement && open !== undefined) element.open = open;
  if (hasFocus) (element as HTMLElement).focus({ preventScroll: true });
  if (selection && !(field instanceof HTMLSelectElement)) field?.setSelectionRange(...selection);
  if (scroll) element.scrollTo(...scroll);
}

function asField(element: Element): Field | undefined {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  return isField ? element : undefined;
}

/** Whether a field holds what somebody has entered. Files cannot be entered for somebody. */
function isEdited(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return true;
  if (field instanceof HTMLInputElement && ["file", "checkbox", "radio"].includes(field.type)) return false;
  return field.value !== field.defaultValue;
}

/** Where an element is: below the nearest one with an id, as the n-th of its kind. */
function describePlace(element: Element, root: Element): string {
  const steps: string[] = [];
  for (let each: Element | null = element; each && each !== root; each = each.parentElement) {
    if (each.id) return [`#${each.id}`, ...steps].join(" ");
    const siblings = [...(each.parentElement?.children ?? [])].filter(({ localName }) => localName === each?.localName);
    steps.unshift(`${each.localName}:${siblings.indexOf(each)}`);
  }
  return steps.join(" ");
}
