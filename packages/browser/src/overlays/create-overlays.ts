import type { AppContext } from "../app-context.ts";
import { overlayRefused } from "./messages.ts";

/** The modals of a mounted app. */
export interface Overlays {
  /** @throws RuneError `overlay_refused` */
  show(dialog: HTMLDialogElement): void;
  hide(dialog: HTMLDialogElement): void;
  /** Closes what is open, the last opened first. */
  closeAll(): void;
}

const focusable =
  "a[href],button,input:not([type=hidden]),select,textarea,summary,iframe,audio[controls],video[controls],[contenteditable],[tabindex]";

/** So often, one after the other, the user presses Escape to be rid of all overlays. */
const ENOUGH = 3;

/**
 * Opens `<dialog>` elements as modals. The browser makes the rest of the page inert, closes on Escape, keeps the stack and
 * gives the focus back to the opener; added is that Tab stays inside, and that nobody is held in a dialog: a second Escape closes what the app has kept open
 * at the first, and after the third none opens until the user does something in the app again.
 */
export function createOverlays({ element: container, verifier }: AppContext, life: AbortSignal): Overlays {
  /** What is open, in order, and what ends the care for it. */
  const open = new Map<HTMLDialogElement, AbortController>();
  /** How often Escape was pressed since the user has done anything else. */
  let escapes = 0;
  /** Those of them in the dialog that is the innermost now. */
  let tries = 0;

  function forget(dialog: HTMLDialogElement): void {
    open.get(dialog)?.abort();
    open.delete(dialog);
    tries = 0;
  }

  function hide(dialog: HTMLDialogElement): void {
    forget(dialog);
    dialog.close();
  }

  // At the window and before all others, so that nothing of the app can stop it.
  for (const type of ["keydown", "pointerdown"]) {
    container.ownerDocument.defaultView?.addEventListener(
      type,
      (event) => {
        const { key, repeat } = event as KeyboardEvent;
        const dialog = [...open.keys()].at(-1);
        if (repeat) return;
        if (key !== "Escape") {
          tries = 0;
          // Behind a dialog there is only the app.
          if (dialog || event.composedPath().includes(container)) escapes = 0;
          return;
        }
        if (!dialog) return;
        escapes++;
        if (++tries > 1) hide(dialog);
        if (escapes >= ENOUGH) closeAll();
      },
      { capture: true, signal: life },
    );
  }

  function closeAll(): void {
    for (const dialog of [...open.keys()].reverse()) hide(dialog);
  }

  return {
    show(dialog) {
      if ((dialog.open && open.has(dialog)) || !dialog.isConnected) return;
      if (escapes >= ENOUGH) throw overlayRefused(dialog.id, "the user has left the ones before with Escape");
      if (verifier.isTypingOutside(container))
        throw overlayRefused(dialog.id, "the user is typing in the page around the app");
      // A dialog that shows without being modal, or was taken out of the page while it was open.
      hide(dialog);
      dialog.showModal();
      const closing = new AbortController();
      const { signal } = closing;
      open.set(dialog, closing);
      dialog.addEventListener("keydown", keepFocusInside, { signal });
      dialog.addEventListener(
        "close",
        () => {
          if (!dialog.open) forget(dialog);
        },
        { signal },
      );
    },
    hide,
    closeAll,
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
