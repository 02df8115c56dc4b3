import type { MarkupElement, MarkupNode } from "../parse/markup.ts";

/** A component that a file defines for itself. */
export interface Definition {
  name: string;
  /** Name of its view. */
  view: string;
  content: readonly MarkupNode[];
  /** It is a `<template>`, for `data-use`; others are used where they are defined. */
  isTemplate: boolean;
  /** It can be in the page more than once. */
  isRepeated: boolean;
  /** The element or `<template>` that it was written on. */
  element: MarkupElement;
}

/** What `define` cannot read from the element. */
export type DefinitionParts = Pick<Definition, "content" | "isTemplate" | "isRepeated">;

/** Name of the view of a component of the app. */
export function nameComponentView(name: string): string {
  return `components/${name}`;
}

/** Name of the view of a component that another view defines for itself. */
export function nameInnerView(owner: string, name: string): string {
  return `components/${owner}/${name}`;
}

/** Whether a component can have this name; a component of the app is a file of this name. */
export function isComponentName(name: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(name);
}
