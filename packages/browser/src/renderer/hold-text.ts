/** Characters of long texts, attributes, classes and styles that an app may show: browsers take seconds to lay out so many. */
const ROOM = 4_000_000;

/** What the long texts of an app come to. */
interface HeldText {
  /** All that are known of; some may have gone. */
  total: number;
  /** Those of the turn that runs, which may be in no page yet. */
  turn: number;
  isMeasured: boolean;
}

const held = new WeakMap<Element, HeldText>();

/**
 * Counts a long text that is about to show in an app. What has gone is found out when the room seems to be used up, once a turn.
 *
 * @throws RangeError where there is no more room
 */
export function holdText(container: Element, { length }: string): void {
  const known = held.get(container) ?? { total: 0, turn: 0, isMeasured: false };
  held.set(container, known);
  if (known.turn === 0) queueMicrotask(() => Object.assign(known, { turn: 0, isMeasured: false }));
  known.turn += length;
  known.total += length;
  if (known.total > ROOM && !known.isMeasured) {
    known.isMeasured = true;
    known.total = measure(container) + known.turn;
  }
  if (known.total <= ROOM) return;
  known.turn -= length;
  known.total -= length;
  throw new RangeError("there is no more room");
}

function measure(container: Element): number {
  let length = container.textContent?.length ?? 0;
  for (const element of container.querySelectorAll("*")) {
    for (const { value } of element.attributes) length += value.length;
    if ("value" in element) length += String(element.value).length;
  }
  return length;
}
