/**
 * The element that gets the focus of a page that has just been opened, so that keyboard and screen reader go on there: its `<main>` or
 * heading, else its container; none where the page has taken the focus itself since it was at `before`.
 */
export function findPageFocus(container: HTMLElement, before: Element | null): HTMLElement | undefined {
  const { activeElement } = container.getRootNode() as Document | ShadowRoot;
  const isTaken = activeElement && activeElement !== before && activeElement !== container;
  if (isTaken && container.contains(activeElement)) return undefined;
  const target = container.querySelector<HTMLElement>("main,h1") ?? container;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  return target;
}
