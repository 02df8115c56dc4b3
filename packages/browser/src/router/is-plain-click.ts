/** Whether the browser would open the link in this place: no modifier, first button, no other window, no download, nothing of others. */
export function isPlainClick(link: Element, event: MouseEvent): boolean {
  const target = link.getAttribute("target");
  return (
    event.button === 0 &&
    !event.altKey &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.shiftKey &&
    (target === null || target === "" || target.toLowerCase() === "_self") &&
    !link.hasAttribute("download") &&
    !/(^|\s)external(\s|$)/i.test(link.getAttribute("rel") ?? "")
  );
}
