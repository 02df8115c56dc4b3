import { HOLDERS, IMAGES, boundReferences } from "./bound-references.ts";
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
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Names of attributes; `null` stands for children. */
const watched: ReadonlySet<string | null> = new Set(["href", "id", "style", null]);

/** Watches the uses in an app. */
export function watchUses(element: Element, report: (error: unknown) => void): UseWatcher {
  function check(): void {
    const uses = element.querySelectorAll("use");
    if (boundReferences(element) && !isTooMuch(uses)) return;
    for (const each of element.querySelectorAll(`use,${IMAGES},${HOLDERS}`)) {
      each.removeAttribute(each.matches(HOLDERS) ? "id" : "href");
      each.removeAttributeNS(XLINK, "href");
    }
    report(drawingTooLarge(MOST_ELEMENTS));
  }

  const observer = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => watched.has(attributeName))) check();
  });
  // A filter would leave out `xlink:href`.
  observer.observe(element, { subtree: true, childList: true, attributes: true });
  return { check, end: () => observer.disconnect() };
}

/** What a copy comes to, with the copies inside of it. */
interface Copy {
  readonly elements: number;
  /** How deep those are nested. */
  readonly levels: number;
}

const ENDLESS: Copy = { elements: Infinity, levels: Infinity };

function isTooMuch(uses: NodeListOf<Element>): boolean {
  const known = new Map<Element, Copy>();
  /** What has been counted once, so that counting itself comes to an end. */
  let counted = 0;

  function measure(target: Element, depth: number): Copy {
    const before = known.get(target);
    if (before) return before;
    if (depth > DEEPEST || counted > MOST_ELEMENTS) return ENDLESS;
    // What refers to itself.
    known.set(target, ENDLESS);
    // Of a form, other members may be its fields.
    const all = [target, ...target.querySelectorAll("*")];
    counted += all.length;
    const inner = all.filter(({ localName }) => localName === "use").flatMap(findTargets);
    let [elements, levels] = [all.length, 0];
    for (const each of inner) {
      const copy = measure(each, depth + 1);
      elements += copy.elements;
      levels = Math.max(levels, copy.levels + 1);
    }
    const copy = { elements, levels };
    known.set(target, copy);
    return copy;
  }

  let total = uses.length;
  for (const target of [...uses].flatMap(findTargets)) {
    const { elements, levels } = measure(target, 0);
    total += levels > DEEPEST ? Infinity : elements;
  }
  return total > MOST_ELEMENTS;
}

/**
 * What an address refers to, also where it is of another document. A fragment can name several elements, one for each way to read it: as it is
 * written, byte by byte, and as UTF-8.
 */
function findTargets(use: Element): Element[] {
  const root = use.getRootNode() as Document | ShadowRoot;
  const link = use.ownerDocument.createElement("a");
  link.href = use.getAttribute("href") ?? use.getAttributeNS(XLINK, "href") ?? "";
  const name = link.hash.slice(1);
  const bytes = name.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const names = new Set([name, bytes, utf8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))]);
  return [...names].flatMap((each) => root.getElementById?.(each) ?? []);
}
