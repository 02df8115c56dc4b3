const measures = ["scrollLeft", "scrollTop", "scrollWidth", "scrollHeight", "clientWidth", "clientHeight"] as const;

/** What `$event.detail` is where an element scrolls or is resized: of what is long, a page makes only what shows. */
export function measureElement(element: EventTarget | null): Record<string, number> | undefined {
  if (!(element instanceof Element)) return undefined;
  return Object.fromEntries(measures.map((name) => [name, element[name]]));
}

/** Browsers tell only windows and videos of their sizes; here each element has its first size, and all that follow, as `resize` events. */
export function watchSize(element: Element): void {
  if (element.localName === "video" || typeof ResizeObserver === "undefined") return;
  // It ends with the element.
  new ResizeObserver(() => element.dispatchEvent(new Event("resize"))).observe(element);
}
