/** Something that was done on a page before its app could hear of it. */
export interface EarlyEvent {
  readonly event: Event;
  /** What its field held then. */
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  /** Of a list to choose from: for each option, whether it was chosen. */
  readonly selected?: readonly boolean[] | undefined;
}

/** All that was done. */
export interface EarlyEvents {
  /** In order. */
  readonly events: EarlyEvent[];
  /** Collects no more. */
  end(): void;
}

/** Under which name the page has it. */
export type EarlyEventsHolder = Window & { runeEarlyEvents?: EarlyEvents | undefined };

/**
 * Collects what the user does in the first frame, until the app takes over. Buttons and forms wait for it; links, fields and boxes do what they
 * do in any page. It goes into pages as text, so nothing outside of it can be used.
 */
export function collectEvents(): void {
  const holder: EarlyEventsHolder = window;
  const events: EarlyEvent[] = [];
  const types = ["click", "dblclick", "keydown", "keyup", "input", "change", "submit"];
  // A form may have a field that is called `closest`.
  const { closest } = Element.prototype;
  const collect = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof Element && closest.call(target, "[data-rune-frame]"))) return;
    if (
      event.type === "submit" ||
      (event.type === "click" && closest.call(target, "button,[type=submit],[type=image],[type=reset]"))
    )
      event.preventDefault();
    else if (event.type === "click" && closest.call(target, "a[href]")) return;
    // Nobody hears of it now.
    event.stopPropagation();
    const { value, checked, options } = target as Partial<HTMLInputElement & HTMLSelectElement>;
    events.push({ event, value, checked, selected: options && Array.from(options, ({ selected }) => selected) });
  };
  for (const type of types) window.addEventListener(type, collect, true);
  holder.runeEarlyEvents = {
    events,
    end() {
      for (const type of types) window.removeEventListener(type, collect, true);
    },
  };
}
