import { drawingTooLarge } from "./messages.ts";

/**
 * `<use>` shows a copy of what it refers to, with copies of what that uses in turn: ten lines can stand for more than a browser ever lays out. So
 * what all uses of an app come to is counted when they have changed, before the browser looks at them; where it is too much, none refers to anything
 * any more.
 */
export interface UseWatcher {
  /** Counts at once, before something has the browser lay out the page. */
  check(): void;
  end(): void;
}

/** Elements that copies may come to. */
const MOST_ELEMENTS = 100_000;
/** Uses in what is used; browsers go into them recursively. */
const DEEPEST = 32;

const XLINK = "http://www.w3.org/1999/xlink";
const attributes: ReadonlySet<string | null> = new Set(["href", "id"]);

/** Watches the uses in an element. */
export function watchUses(element: Element, report: (error: unknown) => void): UseWatcher {
  function check(): void {
    const uses = element.querySelectorAll("use");
    if (!isTooMuch(uses)) return;
    for (const use of uses) {
      use.removeAttribute("href");
      use.removeAttributeNS(XLINK, "href");
    }
    report(drawingTooLarge(MOST_ELEMENTS));
  }

  const observer = new MutationObserver((records) => {
    if (records.some(({ type, attributeName }) => type === "childList" || attributes.has(attributeName))) check();
  });
  // A filter would leave out `xlink:href`.
  observer.observe(element, { subtree: true, childList: true, attributes: true });
  return { check, end: () => observer.disconnect() };
}

function isTooMuch(uses: Iterable<Element>): boolean {
  const known = new Map<Element, number>();
  /** What has been counted once, so that counting itself comes to an end. */
  let counted = 0;

  function weigh(use: Element, depth: number): number {
    const target = findTarget(use);
    if (!target) return 0;
    const before = known.get(target);
    if (before !== undefined) return before;
    if (depth > DEEPEST || counted > MOST_ELEMENTS) return Infinity;
    // What refers to itself is not shown.
    known.set(target, 0);
    let weight = 1 + target.getElementsByTagName("*").length;
    counted += weight;
    for (const inner of [target, ...target.querySelectorAll("use")])
      if (inner.localName === "use") weight += weigh(inner, depth + 1);
    known.set(target, weight);
    return weight;
  }

  let total = 0;
  for (const use of uses) total += 1 + weigh(use, 0);
  return total > MOST_ELEMENTS;
}

/** An address of another document may have the same fragment: it counts, too. */
function findTarget(use: Element): Element | null {
  const [, fragment] = (use.getAttribute("href") ?? use.getAttributeNS(XLINK, "href") ?? "").split("#");
  if (!fragment) return null;
  const root = use.getRootNode() as Document | ShadowRoot;
  return root.getElementById?.(fragment) ?? root.getElementById?.(decode(fragment)) ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
