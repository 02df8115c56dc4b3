/** What tells that the user scrolls. */
const userScrolls = ["wheel", "touchstart", "pointerdown", "keydown"];

/**
 * Brings a page to a place that may not be there yet, because its content waits for data: tries at once and whenever `element` has
 * grown, until it succeeds or the user scrolls. Returns what calls it off. `done` is called once, however it ends.
 */
export function settleScroll(window: Window, element: Element, attempt: () => boolean, done: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const end = (): void => {
    if (signal.aborted) return;
    ending.abort();
    done();
  };
  if (attempt()) {
    end();
    return end;
  }
  const observer = new ResizeObserver(() => {
    if (attempt()) end();
  });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  for (const type of userScrolls) window.addEventListener(type, end, { passive: true, capture: true, signal });
  return end;
}
