/**
 * Takes the focus to a page that has just been opened, so that keyboard and screen reader go on there: to its `<main>` or
 * heading, else to its container. A page that has taken the focus itself keeps it. Returns whether the focus moved.
 */
export function focusPage(container: HTMLElement, preventScroll: boolean): boolean {
  const { activeElement } = container.ownerDocument;
  if (activeElement && activeElement !== container && container.contains(activeElement)) return false;
  const target = container.querySelector<HTMLElement>("main,h1") ?? container;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll });
  return true;
}
