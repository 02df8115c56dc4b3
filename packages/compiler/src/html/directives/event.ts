import type { EventModifier } from "@rune/schema";
import { compileHandler } from "../expression/compile-expression.ts";
import { formReloads, keyModifier, missingDirectiveName, notSupportedYet, unknownModifier } from "../messages.ts";
import { suggestName } from "../names/suggest.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { MarkupElement } from "../parse/markup.ts";
import type { DirectiveContext } from "./directive.ts";
import { findKey, keyNames } from "./keys.ts";

const modifierNames: readonly EventModifier[] = ["prevent", "stop", "once", "self"];
const keyboardEvents: ReadonlySet<string> = new Set(["keydown", "keyup", "keypress"]);
const laterModifiers = /^(?:capture|passive|ctrl|alt|shift|meta|debounce(?:-.*)?|throttle(?:-.*)?)$/;

/** `data-on<event>` and `data-on-<custom-event>`, with modifiers after dots. `argument` is the event and its modifiers. */
export function compileEvent(context: DirectiveContext): ElementBinding[] {
  const { page, scope, element, attribute } = context;
  const [event = "", ...rest] = context.argument.split(".");
  if (event === "") {
    page.reporter.report(missingDirectiveName("data-on-", 'data-on-saved="handler"'), attribute.nameSpan);
  }
  const modifiers: EventModifier[] = [];
  const keys: string[] = [];
  let at = attribute.nameSpan.end - context.argument.length + event.length;
  for (const written of rest) {
    const span = { start: at, end: at + 1 + written.length };
    at = span.end;
    const name = written.toLowerCase();
    const modifier = modifierNames.find((each) => each === name);
    const key = findKey(name);
    if (modifier) modifiers.push(modifier);
    else if (laterModifiers.test(name)) page.reporter.report(notSupportedYet(`the modifier \`.${name}\``), span);
    else if (key === undefined) {
      const suggestion = suggestName(name, [...modifierNames, ...keyNames]);
      page.reporter.report(unknownModifier(written, suggestion && `.${suggestion}`, modifierNames), span);
    } else if (keyboardEvents.has(event)) keys.push(key);
    else page.reporter.report(keyModifier(name, event), span);
  }
  if (event === "submit" && !modifiers.includes("prevent") && isSent(element)) {
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
      ...(modifiers.length > 0 ? { modifiers: [...new Set(modifiers)] } : {}),
      ...(keys.length > 0 ? { keys: [...new Set(keys)] } : {}),
    },
  ];
}

/** Whether the browser sends a form, and so loads a document, unless it is kept from it. Forms of dialogs only close these. */
function isSent({ tag, attributes }: MarkupElement): boolean {
  const method = attributes.find(({ name }) => name === "method" || name === "data-bind-method");
  return tag === "form" && method?.name !== "data-bind-method" && method?.value.trim().toLowerCase() !== "dialog";
}
