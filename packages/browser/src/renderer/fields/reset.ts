import { OWNER } from "../../events/owner.ts";
import type { Owner } from "../../events/owner.ts";
import type { Listener } from "../../events/listener.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";
import type { RenderContext } from "../render-context.ts";
import type { Row } from "../row.ts";

/** A field of a template and its place in the data. */
export interface Model {
  /** Puts what the field holds into the data. */
  take(element: Element, row: Row | undefined): void;
  /** Shows in the field what the data says. */
  show(element: Element, row: Row | undefined): void;
}

/** The fields of each page, by what listens at them. */
const known = new WeakMap<RenderContext, WeakMap<Listener, Model>>();

/** Lets the data follow where a form is reset. */
export function followResets(context: RenderContext, listener: Listener, model: Model): void {
  const models = known.get(context) ?? listenForResets(context as MutationTarget);
  known.set(context, models);
  models.set(listener, model);
}

function listenForResets(context: MutationTarget): WeakMap<Listener, Model> {
  const { container, events } = context;
  const models = new WeakMap<Listener, Model>();
  // The browser resets the fields when all have heard of it and nobody has prevented it.
  events.listen(container, "reset", { isPassive: true, isCapture: true }, (event) => {
    // In a shadow tree an event that is over has no target.
    const { target } = event;
    events.after(0, () => {
      if (event.defaultPrevented) return;
      const fields = Array.from(container.querySelectorAll<HTMLInputElement>("input,select,textarea"));
      takeAll(
        context,
        models,
        fields.filter(({ form }) => form === target),
      );
    });
  });
  return models;
}

function takeAll(context: MutationTarget, models: WeakMap<Listener, Model>, elements: readonly Element[]): void {
  const byOwner = new Map<Owner, Map<Node, Model>>();
  const fields = elements.flatMap((element) => {
    const owner = findOwner(element);
    if (!owner) return [];
    const byNode = byOwner.get(owner) ?? indexModels(owner, models);
    byOwner.set(owner, byNode);
    const model = byNode.get(element);
    return model ? { element, row: owner.row as Row | undefined, ...model } : [];
  });
  if (fields.length === 0) return;
  // All in one turn: a render in between would show what the data still says in fields that are yet to be read.
  context.enter(() => {
    for (const { take, element, row } of fields) {
      try {
        take(element, row);
      } catch (error) {
        context.report(error);
      }
    }
    // What is no value, such as that no radio button is chosen, is in no place of the data.
    for (const { show, element, row } of fields) show(element, row);
  });
}

function indexModels({ template, nodes }: Owner, models: WeakMap<Listener, Model>): Map<Node, Model> {
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
