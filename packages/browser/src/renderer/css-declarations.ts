import type { MarkupScope } from "./bindings/binding-scope.ts";
import { hold, toText } from "./to-text.ts";

/** One declaration: its value and its priority. */
export type CssDeclaration = readonly [value: string, priority: string];

/** Style properties by their CSS names. */
export type CssDeclarations = ReadonlyMap<string, CssDeclaration>;

/** Reads the style declarations that a value stands for: CSS text, or an object by property. */
export function listDeclarations(document: Document, value: unknown): CssDeclarations {
  const declarations = new Map<string, CssDeclaration>();
  if (typeof value === "string") {
    const { style } = document.createElement("i");
    style.cssText = value;
    for (const name of style) declarations.set(name, readDeclaration(style, name));
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      const declaration = toDeclaration(item);
      if (declaration) declarations.set(toCssName(name), declaration);
    }
  }
  return declarations;
}

/** The declaration for a bound value; nothing for `null`, `undefined`, `false` and the empty text. */
export function toDeclaration(value: unknown): CssDeclaration | undefined {
  const text = value === false ? "" : toText(value).trim();
  const important = /!\s*important$/i;
  return text === "" ? undefined : [text.replace(important, "").trimEnd(), important.test(text) ? "important" : ""];
}

/** A property's declaration in a style; its value is empty where there is none. */
export function readDeclaration(style: CSSStyleDeclaration, name: string): CssDeclaration {
  return [style.getPropertyValue(name), style.getPropertyPriority(name)];
}

/** `backgroundColor` → `background-color`; custom properties stay as they are. */
function toCssName(name: string): string {
  return name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Whether a bound declaration keeps the markup rules; its value may hold a URL. A refused one is reported.
 *
 * @throws RangeError where there is no room for it
 */
export function isAllowedStyle(element: Element, value: string, scope: MarkupScope): boolean {
  const { context, tag } = scope;
  const { policy, rules } = context;
  const refusal = rules.checkAttributeValue(tag, "style", hold(value, context), policy);
  if (refusal) context.report(rules.attributeRefused(refusal, element, scope));
  return refusal === undefined;
}
