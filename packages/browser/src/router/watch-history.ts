/** How a window's history is followed. */
export interface HistoryWatcher {
  /**
   * The history has gone, or is about to go, to an address. Returns what opens the page for it, or `undefined` where that shows
   * already.
   */
  follow(address: URL | Location): (() => Promise<void>) | undefined;
  /** Whether the page that shows may be left for that. */
  admits(address: URL | Location): boolean;
  /** Has the history go back to the entry of the page that shows. */
  undo(): void;
  /** The history has gone to another entry of the page that shows. */
  stay(): void;
}

/**
 * Follows back, forward, and addresses that were typed. Where the browser has the Navigation API, it hears of pages through that: then the
 * browser shows that something loads, and moves neither the focus nor what is scrolled before the page is there. Returns what ends it.
 */
export function watchHistory(window: Window, { follow, admits, undo, stay }: HistoryWatcher): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  // Older engines have none.
  const navigation = window.navigation as Navigation | undefined;
  navigation?.addEventListener(
    "navigate",
    (event) => {
      const { navigationType, hashChange, canIntercept, destination } = event;
      if (!canIntercept || (navigationType !== "traverse" && !hashChange)) return;
      const place = new URL(destination.url);
      const open = follow(place);
      // The browser lets no page hold back a person who has done nothing in it.
      if (open && event.cancelable && !admits(place)) event.preventDefault();
      else if (open) event.intercept({ handler: open, scroll: "manual", focusReset: "manual" });
    },
    { signal },
  );
  window.addEventListener(
    "popstate",
    () => {
      const open = follow(window.location);
      if (!open) stay();
      else if (navigation) return;
      else if (admits(window.location)) void open();
      else undo();
    },
    { signal },
  );
  return () => ending.abort();
}
