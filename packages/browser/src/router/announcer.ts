/** Tells screen readers which page has come to show; a document that loads does that by itself. */
export interface Announcer {
  /** Puts the place of announcements in the page. What it says is only read if the place was there before. */
  prepare(): void;
  announce(text: string): void;
  close(): void;
}

/** Makes the announcer of a mounted app. It shows nothing. */
export function createAnnouncer(document: Document): Announcer {
  let place: HTMLElement | undefined;
  return {
    prepare() {
      if (place) return;
      place = document.createElement("div");
      place.setAttribute("aria-live", "assertive");
      place.setAttribute("aria-atomic", "true");
      // Hidden from eyes only: what is not laid out is not read either.
      place.style.cssText =
        "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
      document.body.append(place);
    },
    announce(text) {
      if (place) place.textContent = text;
    },
    close: () => place?.remove(),
  };
}
