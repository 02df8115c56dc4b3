/** What is clicked, and the page itself: nobody who is there types. */
const CLICKED = "html,body,a,area,button,summary";

/** Whether the focus is in the page around an app where the user may be typing. */
export function isTypingOutside(container: Element): boolean {
  // In a shadow root the focus is, for those outside, on its host.
  for (let place = container; ;) {
    const root = place.getRootNode() as Partial<ShadowRoot>;
    const active = root.activeElement as HTMLElement | null | undefined;
    if (active) {
      if (place.contains(active)) return false;
      return active.isContentEditable || !(active.matches(CLICKED) || active.contains(place));
    }
    if (!root.host) return false;
    place = root.host;
  }
}

/**
 * Moves the focus, but never away from where the user types in the page around the app: what is typed there would be the app's. Waits for what opens and
 * closes overlays, where that is on its way.
 */
export async function takeFocus(
  container: Element,
  wanted: HTMLElement,
  before: Promise<unknown> | undefined,
  options?: FocusOptions,
): Promise<void> {
  // Who wanted that has heard of its failure.
  if (before) await before.catch(() => {});
  if (!isTypingOutside(container)) wanted.focus(options);
}
