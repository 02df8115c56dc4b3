/** The app's entries in the browser's history. */
export interface HistoryEntries {
  /** How many entries of the app come before this one. */
  position(): number;
  /** What names this entry, also after a reload; empty for one that the app has not adopted. */
  key(): string;
  /** Adopts an entry that something else has made, such as the browser for an address that was typed. */
  adopt(): void;
  push(href: string): void;
  replace(href: string): void;
}

/** What an entry of the app remembers. */
interface Mark {
  readonly position: number;
  readonly key: string;
}

/** Where the mark is in `history.state`, which the page around the app may use too. */
const MARK = "rune";

/** Reads and writes the history of a window. */
export function createHistoryEntries({ history }: Window): HistoryEntries {
  let last = mark()?.position ?? -1;

  function mark(): Mark | undefined {
    const { position, key } = (stateOf(history)[MARK] ?? {}) as Partial<Mark>;
    return typeof position === "number" && typeof key === "string" ? { position, key } : undefined;
  }

  function replace(href: string): void {
    const own = mark() ?? createMark(last + 1);
    last = own.position;
    history.replaceState({ ...stateOf(history), [MARK]: own }, "", href);
  }

  return {
    position: () => mark()?.position ?? 0,
    key: () => mark()?.key ?? "",
    adopt: () => replace(""),
    push(href) {
      const own = createMark((mark()?.position ?? 0) + 1);
      last = own.position;
      history.pushState({ [MARK]: own }, "", href);
    },
    replace,
  };
}

function stateOf({ state }: History): Readonly<Record<string, unknown>> {
  return typeof state === "object" && state !== null ? state : {};
}

function createMark(position: number): Mark {
  return { position, key: Math.random().toString(36).slice(2) };
}
