/**
 * Takes the focus to a page that has just been opened, so that keyboard and screen reader go on there: to its `<main>` or
 * heading, else to its container. A page that has taken the focus itself since it was at `before` keeps it. Returns whether the focus moved.
 */
export function focusPage(container: HTMLElement, before: Element | null, preventScroll: boolean): boolean {
  const { activeElement } = container.getRootNode() as Document | ShadowRoot;
  const isTaken = activeElement && activeElement !== before && activeElement !== container;
  if (isTaken && container.contains(activeElement)) return false;
  const target = container.querySelector<HTMLElement>("main,h1") ?? container;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll });
  return true;
}
