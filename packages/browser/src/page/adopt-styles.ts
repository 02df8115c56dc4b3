/** A style sheet of an app. */
export interface AppSheet {
  /** Of its file in the package. */
  readonly path: string;
  readonly sheet: CSSStyleSheet;
  /** Of an app that shares the page, the value of `data-rune-scope` that the rules hold under. */
  readonly scope?: string;
  /** Makes the rules, as soon as all names of what shows are known. */
  fill?(): void;
}

/** How many views with scoped styles show in an element. */
const users = new WeakMap<Element, number>();

/** Puts style sheets in force for the tree that an element is in. Returns what takes out those that are `loaded` by then. */
export function adoptStyles(element: Element, loaded: readonly AppSheet[]): () => void {
  const root = element.getRootNode() as Node & DocumentOrShadowRoot;
  if (loaded.length === 0 || !("adoptedStyleSheets" in root)) return () => {};
  for (const each of loaded) {
    each.fill?.();
    delete each.fill;
  }
  const scope = loaded[0]?.scope;
  if (scope !== undefined) {
    users.set(element, (users.get(element) ?? 0) + 1);
    element.setAttribute("data-rune-scope", scope);
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...loaded.map(({ sheet }) => sheet)];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !loaded.some((each) => each.sheet === sheet));
    if (scope === undefined) return;
    const rest = (users.get(element) ?? 1) - 1;
    users.set(element, rest);
    if (rest === 0) element.removeAttribute("data-rune-scope");
  };
}
