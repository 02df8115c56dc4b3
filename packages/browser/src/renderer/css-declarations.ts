import { toText } from "./to-text.ts";

/** One declaration: its value and its priority. */
export type CssDeclaration = readonly [value: string, priority: string];

/** Style properties by their CSS names. */
export type CssDeclarations = ReadonlyMap<string, CssDeclaration>;

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
