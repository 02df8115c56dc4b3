const voidElements: ReadonlySet<string> = new Set([
  "area",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "source",
  "track",
  "wbr",
]);

/** Whether an element can have nothing inside. */
export function isVoidElement(tag: string): boolean {
  return voidElements.has(tag);
}

/** Whether an element can have no elements inside. */
export function hasNoElements(tag: string): boolean {
  return isVoidElement(tag) || tag === "textarea" || tag === "title" || tag === "style";
}
