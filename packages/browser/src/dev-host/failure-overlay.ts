import type { OverlayError } from "./messages.ts";

/** Vite's overlay: an element that shows an error. */
export type ErrorOverlay = new (error: OverlayError) => HTMLElement;

/** Shows failures over a page. */
export interface FailureOverlay {
  /** Shows an error in the place of those before. */
  show(error: OverlayError): void;
  /** Takes note of what shows; what it returns takes that away. */
  keep(): () => void;
}

export function createFailureOverlay(Overlay: ErrorOverlay): FailureOverlay {
  function keep(): () => void {
    // Vite itself shows some, too.
    const overlays = document.querySelectorAll("vite-error-overlay");
    return () => overlays.forEach((overlay) => overlay.remove());
  }
  return {
    keep,
    show(error) {
      keep()();
      document.body.append(new Overlay(error));
    },
  };
}
