import { OWNER } from "../../events/owner.ts";
import type { Owner } from "../../events/owner.ts";
import type { EventHub } from "../../events/event-hub.ts";
import type { Listener } from "../../events/listener.ts";
import type { RenderContext } from "../render-context.ts";
import type { Row } from "../row.ts";
import { hasEntered, holdEntered } from "./entry.ts";
import { isPressed, press, release } from "./pressed.ts";

/** A field of a template and its place in the data. */
export interface Model {
  readonly context: RenderContext;
  /** What is entered goes into the data only when the field is left. */
  readonly isLazy: boolean;
  /** Puts what the field holds into the data. */
  take(element: Element, row: Row | undefined): void;
  /** Shows in the field what the data says. */
  show(element: Element, row: Row | undefined): void;
}

type Models = WeakMap<Listener, Model>;

/** The fields of each app, by what stands for their bindings among those that listen. */
const known = new WeakMap<EventHub, Models>();

/** Lets the data follow what is entered in the fields of a binding, and where their forms are reset. */
export function followFields(listener: Listener, model: Model): void {
  const { container, events } = model.context;
  const models: Models = known.get(events) ?? new WeakMap();
  if (!known.has(events)) listenForFields(container, events, models);
  known.set(events, models);
  models.set(listener, model);
}

/** Fields of which browsers tell with `input` and, at once after that, with `change`. */
const choices: ReadonlySet<string> = new Set(["checkbox", "radio", "select-one", "select-multiple", "file"]);

/** The app's element hears before all in it, so that every handler of the same event, wherever it is, finds the data assigned. */
function listenForFields(container: Element, events: EventHub, models: Models): void {
  const listen = (type: string, handle: (event: Event) => void): void =>
    events.listen(container, type, { isPassive: true, isCapture: true }, handle);
  for (const type of ["input", "change", "compositionend"]) {
    listen(type, (event) => {
      const [field] = findFields([event.target as Element], models);
      if (!field) return;
      const { context, element, isLazy } = field;
      release(element);
      if (!hasEntered(element, event, isLazy)) return;
      holdEntered([field], context.enter, () => field.take(element, field.row));
      const last = type === "input" && choices.has((element as HTMLInputElement).type) ? "change" : type;
      onceHeard(container, last, events, () => context.enter());
    });
  }
  listen("click", ({ target }) => {
    const [field] = findFields([target as Element], models);
    if (!field || !press(field.element)) return;
    // The browser takes back what a handler has prevented when all have heard of it.
    events.after(0, () => {
      if (!isPressed(field.element)) return;
      const { form, name } = field.element as HTMLInputElement;
      release(field.element);
      const group = Array.from(container.querySelectorAll<HTMLInputElement>("input"));
      const held = findFields(
        group.filter((each) => each.name === name && each.form === form),
        models,
      );
      for (const { context, show, element, row } of held) context.inspect(() => show(element, row));
    });
  });
  // The browser resets the fields when all have heard of it and nobody has prevented it.
  listen("reset", (event) => {
    // In a shadow tree an event that is over has no target.
    const { target } = event;
    events.after(0, () => {
      if (event.defaultPrevented) return;
      const fields = Array.from(container.querySelectorAll<HTMLInputElement>("input,select,textarea"));
      takeAll(
        findFields(
          fields.filter(({ form }) => form === target),
          models,
        ),
      );
    });
  });
}

/**
 * Does something when all have heard of an event that is on its way or the next to come: what shows then may be without the elements whose
 * handlers are to hear of it.
 */
function onceHeard(container: Element, type: string, events: EventHub, action: () => void): void {
  const end = (): void => {
    container.removeEventListener(type, end);
    callOff();
    action();
  };
  // Of those that listen at an element, the one that came last hears last. Events that scripts send may not come that far.
  container.addEventListener(type, end);
  const callOff = events.after(0, end);
}

interface FoundField extends Model {
  readonly element: Element;
  readonly row: Row | undefined;
}

function findFields(elements: readonly Element[], models: Models): FoundField[] {
  const byOwner = new Map<Owner, Map<Node, Model>>();
  return elements.flatMap((element) => {
    const owner = findOwner(element);
    if (!owner) return [];
    const byNode = byOwner.get(owner) ?? indexModels(owner, models);
    byOwner.set(owner, byNode);
    const model = byNode.get(element);
    return model ? { element, row: owner.row as Row | undefined, ...model } : [];
  });
}

/** Takes what fields hold, all of a page in one turn: a render in between would show what the data still says in fields that are yet to be read. */
function takeAll(fields: readonly FoundField[]): void {
  for (const context of new Set(fields.map((each) => each.context))) {
    const own = fields.filter((each) => each.context === context);
    holdEntered(own, context.enter, () => {
      for (const { take, element, row } of own) {
        try {
          take(element, row);
        } catch (error) {
          context.report(error);
        }
      }
      // What is no value, such as that no radio button is chosen, is in no place of the data.
      for (const { show, element, row } of own) show(element, row);
    });
    context.enter();
  }
}

function indexModels({ template, nodes }: Owner, models: Models): Map<Node, Model> {
  const byNode = new Map<Node, Model>();
  for (const i of template.listening) {
    const model = models.get(template.bindings[i]?.listener as Listener);
    if (model) byNode.set(nodes[i] as Node, model);
  }
  return byNode;
}

function findOwner(element: Element): Owner | undefined {
  for (let at: (Element & { [OWNER]?: Owner }) | null = element; at; at = at.parentElement) {
    if (at[OWNER]) return at[OWNER];
  }
  return undefined;
}
