import type { EventModifier } from "@rune/schema";
import { compileHandler } from "../expression/compile-expression.ts";
import { missingDirectiveName } from "../messages.ts";
import { formReloads } from "./messages.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { MarkupElement } from "../parse/markup.ts";
import type { DirectiveContext } from "./directive.ts";
import { readEventModifiers } from "./event-modifiers.ts";
import { splitModifiers } from "./split-modifiers.ts";

/** `data-on<event>` and `data-on-<custom-event>`, with modifiers after dots. `argument` is the event and its modifiers. */
export function compileEvent(context: DirectiveContext): ElementBinding[] {
  const { page, scope, element, attribute, argument } = context;
  const { name: event, modifiers: written } = splitModifiers(argument, attribute);
  if (event === "") {
    page.reporter.report(missingDirectiveName("data-on-", 'data-on-saved="handler"'), attribute.nameSpan);
  }
  const { modifiers, keys, ...pace } = readEventModifiers(page.reporter, event, written);
  if (event === "submit" && modifiers.length === written.length && !modifiers.includes("prevent") && isSent(element)) {
    page.reporter.report(formReloads(attribute.name), attribute.nameSpan);
  }
  const handler = compileHandler(page, scope, attribute);
  if (!handler) return [];
  return [
    {
      type: "event",
      event,
      handler: handler.name,
      arguments: handler.arguments,
      ...(modifiers.length > 0 ? { modifiers: modifiers as EventModifier[] } : {}),
      ...(keys.length > 0 ? { keys } : {}),
      ...pace,
    },
  ];
}

/** Whether the browser sends a form, and so loads a document, unless it is kept from it. Forms of dialogs only close these. */
function isSent({ tag, attributes }: MarkupElement): boolean {
  const method = attributes.find(({ name }) => name === "method" || name === "data-bind-method");
  return tag === "form" && method?.name !== "data-bind-method" && method?.value.trim().toLowerCase() !== "dialog";
}
