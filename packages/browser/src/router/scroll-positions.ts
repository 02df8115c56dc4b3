import { settleScroll } from "./settle-scroll.ts";

/** Where the user was in the pages that the history has. */
export interface ScrollPositions {
  /** Called before another page shows: what is scrolled from now on is not of the entry that showed. */
  leave(): void;
  /** The entry of this key shows now. */
  enter(key: string): void;
  /** Goes to where the user was in the entry that shows, as soon as there is enough of the page. Returns whether that is known. */
  restore(): boolean;
  /** Tries, and tries again as the page grows, to get where it should be, unless the user scrolls. */
  settle(attempt: () => boolean): void;
  close(): void;
}

type Position = readonly [x: number, y: number];

/** The key of the positions in the session's storage, which carries them over a reload. */
const STORED = "rune scroll";
/** Entries whose positions are carried over a reload. */
const MOST_STORED = 100;

/** Follows how far a window is scrolled in each entry of its history. `element` holds the pages. */
export function createScrollPositions(window: Window, element: Element): ScrollPositions {
  const positions = new Map(read(window));
  const closing = new AbortController();
  const { signal } = closing;
  let shown = "";
  let callOff = (): void => {};
  let isSettling = false;

  function note(): void {
    if (shown !== "" && !isSettling) positions.set(shown, [window.scrollX, window.scrollY]);
  }

  function settle(attempt: () => boolean): void {
    callOff();
    isSettling = true;
    callOff = settleScroll(window, element, attempt, () => {
      isSettling = false;
      note();
    });
  }

  window.addEventListener("scroll", note, { passive: true, signal });
  window.addEventListener("pagehide", () => write(window, positions), { signal });

  return {
    leave() {
      note();
      callOff();
      shown = "";
    },
    enter(key) {
      shown = key;
    },
    restore() {
      const position = positions.get(shown);
      if (!position) return false;
      const [left, top] = position;
      settle(() => {
        window.scrollTo({ left, top, behavior: "instant" });
        // Positions are fractions of a pixel on some screens.
        return Math.abs(window.scrollY - top) < 1 && Math.abs(window.scrollX - left) < 1;
      });
      return true;
    },
    settle,
    close() {
      callOff();
      write(window, positions);
      closing.abort();
    },
  };
}

function read(window: Window): [string, Position][] {
  try {
    return Object.entries(JSON.parse(window.sessionStorage.getItem(STORED) ?? "{}") as Record<string, Position>);
  } catch {
    // Without storage, or where something else has written there, a reload begins at the top.
    return [];
  }
}

function write(window: Window, positions: ReadonlyMap<string, Position>): void {
  try {
    const all = [...new Map([...read(window), ...positions])].slice(-MOST_STORED);
    window.sessionStorage.setItem(STORED, JSON.stringify(Object.fromEntries(all)));
  } catch {
    // The storage is full or forbidden.
  }
}
