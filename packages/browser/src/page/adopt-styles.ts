/** Puts style sheets in force for the tree that an element is in. Returns what takes them out. */
export function adoptStyles(element: Element, sheets: readonly CSSStyleSheet[]): () => void {
  const root = element.getRootNode() as Node & DocumentOrShadowRoot;
  if (sheets.length === 0 || !("adoptedStyleSheets" in root)) return () => {};
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
}
