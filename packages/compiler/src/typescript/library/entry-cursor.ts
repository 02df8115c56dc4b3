import type { Entries } from "./entries.ts";
import { Era } from "./entries.ts";

/** Goes through the entries of a table, as they are at each step. */
export class EntryCursor {
  #entries: Entries;
  /** Below zero once the end has been reached, which is for good. */
  #at: $int = 0;
  #era: Era;

  /** @analyzedOnce */
  constructor(entries: Entries) {
    this.#entries = entries;
    if ($isUndefined(entries.era)) entries.era = new Era();
    this.#era = entries.era!;
  }

  /**
   * The next entry, -1 at the end.
   *
   * @analyzedOnce
   */
  advance(): $int {
    const entries = this.#entries;
    let at = this.#at;
    if (at < 0) return -1;
    if (!$isUndefined(this.#era.next)) at = this.#findAgain(at);
    const { count, first } = entries;
    if (at < first) at = first;
    while (at < count && entries.isRemoved(at)) at++;
    if (at < count) {
      this.#at = at + 1;
      return at;
    }
    this.#at = -1;
    return -1;
  }

  /** Where the entry is now that was at a place when this cursor last looked. */
  #findAgain(place: $int): $int {
    let at = place;
    let era = this.#era;
    while (!$isUndefined(era.next)) {
      const removed = era.removed;
      if ($isUndefined(removed)) at = 0;
      else {
        const places = removed!;
        let before = 0;
        while (before < places.length && $arrayGet(places, before) < at) before++;
        at -= before;
      }
      era = era.next!;
    }
    this.#era = era;
    return at;
  }
}
