import { checkDeclaration, checkStyle, readStyle } from "@rune/schema";
import type { MarkupPolicy, MarkupRefusal } from "@rune/schema";
import { attributeRefused } from "../page/messages.ts";
import type { MarkupScope } from "./bindings/binding-scope.ts";
import { readDeclaration, toDeclaration } from "./css-declarations.ts";
import type { CssDeclaration, CssDeclarations } from "./css-declarations.ts";
import { hold } from "./to-text.ts";

/**
 * Reads the style declarations that a value stands for, CSS text or an object by property, and that keep the markup rules.
 *
 * @param refuse takes why another is left out
 */
export function listDeclarations(
  tag: string,
  value: unknown,
  { document, policy }: { readonly document: Document; readonly policy: MarkupPolicy },
  refuse: (refusal: MarkupRefusal) => void,
): CssDeclarations {
  const declarations = new Map<string, CssDeclaration>();
  if (typeof value === "string") {
    // Before the browser reads it.
    const refusal = checkStyle(tag, "style", readStyle(value), policy);
    const { style } = document.createElement("i");
    if (refusal) refuse(refusal);
    else style.cssText = value;
    for (const name of style) declarations.set(name, readDeclaration(style, name));
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      const declaration = toDeclaration(item);
      if (declaration) declarations.set(toCssName(name), declaration);
    }
  }
  for (const [name, [text]] of declarations) {
    const refusal = checkDeclaration(tag, name, text, policy);
    if (!refusal) continue;
    declarations.delete(name);
    refuse(refusal);
  }
  return declarations;
}

/** `backgroundColor` → `background-color`; custom properties stay as they are. */
function toCssName(name: string): string {
  return name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Those of a bound value. What is refused is reported.
 *
 * @throws RangeError where there is no room for them
 */
export function listAllowedStyles(element: Element, value: unknown, scope: MarkupScope): CssDeclarations {
  const { context, tag } = scope;
  const declarations = listDeclarations(tag, value, context, (refusal) =>
    context.report(attributeRefused(refusal, element, scope)),
  );
  for (const [text] of declarations.values()) hold(text, context);
  return declarations;
}

/**
 * Whether a bound declaration keeps the markup rules; its value may hold a URL. A refused one is reported.
 *
 * @throws RangeError where there is no room for it
 */
export function isAllowedStyle(element: Element, name: string, value: string, scope: MarkupScope): boolean {
  const { context, tag } = scope;
  const refusal = checkDeclaration(tag, name, hold(value, context), context.policy);
  if (refusal) context.report(attributeRefused(refusal, element, scope));
  return refusal === undefined;
}
