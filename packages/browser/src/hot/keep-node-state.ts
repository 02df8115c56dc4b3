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
    for (const [place, state] of states) {
      const element = findPlace(place, root);
      if (element) writeState(element, state);
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

/** Where an element is: below the nearest one with an id, as the n-th of its kind, and so on. As JSON: names may hold anything. */
function describePlace(element: Element, root: Element): string {
  const steps: (readonly [name: string, index: number])[] = [];
  let id: string | undefined;
  for (let each: Element | null = element; each && each !== root && id === undefined; each = each.parentElement) {
    if (each.id) id = each.id;
    else steps.unshift([each.localName, listSiblings(each).indexOf(each)]);
  }
  return JSON.stringify([id, steps] satisfies Place);
}

/** The id to begin at, if not at the root, and the way from there. */
type Place = readonly [id: string | undefined | null, steps: readonly (readonly [name: string, index: number])[]];

function findPlace(place: string, root: Element): Element | undefined {
  const [id, steps] = JSON.parse(place) as Place;
  let element: Element | undefined = root;
  if (typeof id === "string") element = [...root.querySelectorAll("[id]")].find((each) => each.id === id);
  for (const [name, index] of steps) {
    element = [...(element?.children ?? [])].filter(({ localName }) => localName === name)[index];
  }
  return element;
}

function listSiblings({ localName, parentElement }: Element): Element[] {
  return [...(parentElement?.children ?? [])].filter((each) => each.localName === localName);
}
