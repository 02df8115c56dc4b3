/** The modals of a mounted app. */
export interface Overlays {
  show(dialog: HTMLDialogElement): void;
  hide(dialog: HTMLDialogElement): void;
  /** Closes what is open, the last opened first. */
  closeAll(): void;
}

const focusable =
  "a[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable],[tabindex]";

/**
 * Opens `<dialog>` elements as modals. The browser makes the rest of the page inert, closes on Escape, keeps the stack and
 * gives the focus back to the opener; added is that Tab stays inside, and that a second Escape closes what the app has kept open at the first: nobody is
 * held in a dialog.
 */
export function createOverlays(): Overlays {
  /** What is open, in order, and what ends the care for it. */
  const open = new Map<HTMLDialogElement, AbortController>();

  function forget(dialog: HTMLDialogElement): void {
    open.get(dialog)?.abort();
    open.delete(dialog);
  }

  function hide(dialog: HTMLDialogElement): void {
    forget(dialog);
    dialog.close();
  }

  return {
    show(dialog) {
      if ((dialog.open && open.has(dialog)) || !dialog.isConnected) return;
      // A dialog that shows without being modal, or was taken out of the page while it was open.
      hide(dialog);
      dialog.showModal();
      const closing = new AbortController();
      const { signal } = closing;
      open.set(dialog, closing);
      dialog.addEventListener("keydown", keepFocusInside, { signal });
      let escapes = 0;
      // At the window and before all others, so that nothing of the app can stop it.
      dialog.ownerDocument.defaultView?.addEventListener(
        "keydown",
        ({ key, repeat }) => {
          if (repeat || [...open.keys()].at(-1) !== dialog) return;
          escapes = key === "Escape" ? escapes + 1 : 0;
          if (escapes > 1) hide(dialog);
        },
        { capture: true, signal },
      );
      dialog.addEventListener(
        "close",
        () => {
          if (!dialog.open) forget(dialog);
        },
        { signal },
      );
    },
    hide,
    closeAll() {
      for (const dialog of [...open.keys()].reverse()) hide(dialog);
    },
  };
}

function keepFocusInside(event: KeyboardEvent): void {
  if (event.key !== "Tab" || event.defaultPrevented) return;
  const dialog = event.currentTarget as HTMLDialogElement;
  const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && !element.matches(":disabled") && element.getClientRects().length > 0,
  );
  const [first, last] = [stops.at(0), stops.at(-1)];
  const { activeElement } = dialog.ownerDocument;
  if (activeElement !== dialog && activeElement !== (event.shiftKey ? first : last) && last) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
