import type { EarlyEvent } from "../first-frame/collect-events.ts";

/** Lets the app have what was done before it could hear of it, each once and in order. */
export function replayEvents(events: readonly EarlyEvent[]): void {
  for (const early of events) {
    const { event } = early;
    const target = event.target as Element;
    if (!target.isConnected) continue;
    restoreField(target, early);
    if (event.type === "submit") submitAgain(target as HTMLFormElement, event as SubmitEvent);
    else target.dispatchEvent(event.defaultPrevented ? repeat(event) : tell(event));
  }
}

/** What was done before may have let the app write the field. Where it holds what it held, the caret stays. */
function restoreField(field: Element, { value, checked, selected }: EarlyEvent): void {
  if (field instanceof HTMLSelectElement) {
    selected?.forEach((isSelected, i) => field.options[i] && (field.options[i].selected = isSelected));
  } else if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    field.checked = checked ?? false;
  } else if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "file")) {
    if (field.value !== value) field.value = value ?? "";
  }
}

function submitAgain(form: HTMLFormElement, { submitter }: SubmitEvent): void {
  // A form may have a field that is called so.
  HTMLFormElement.prototype.requestSubmit.call(form, submitter?.isConnected ? submitter : null);
}

/** An event like another, which does what such an event does. */
function repeat(event: Event): Event {
  const Type = event.constructor as new (type: string, init: Event) => Event;
  return new Type(event.type, event);
}

/** An event that looks like another, and does nothing but to be heard: what the browser does on it has been done. */
function tell(event: Event): Event {
  const { type, bubbles, cancelable, composed } = event;
  if (type !== "click") return repeat(event);
  const told = new Event(type, { bubbles, cancelable, composed });
  for (const name in event) {
    if (!(name in told)) Object.defineProperty(told, name, { value: event[name as keyof Event] });
  }
  return told;
}
