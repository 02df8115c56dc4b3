/* What takes over the nodes of a page, driven by a test: any page is to become any other. */
import type { Adoption } from "../../src/take-over/adopt-nodes.ts";
import { adoptNodes } from "../../src/take-over/adopt-nodes.ts";

/** A node as a test can send it; `null` is a comment. */
export type SentNode =
  | string
  | null
  | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly SentNode[]];

/** What became of a page. */
export interface AdoptResult {
  /** What it shows, and was to show. */
  readonly shown: string;
  readonly wanted: string;
  /** How many of its elements are still there. */
  readonly kept: number;
  /** Whether any of its nodes came, went or changed. */
  readonly isTouched: boolean;
}

function build(nodes: readonly SentNode[]): Node[] {
  return nodes.map((node) => {
    if (node === null) return document.createComment("");
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attributes, children] = node;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...build(children));
    return element;
  });
}

/** Lets what the HTML of `there` is become `wanted`. */
function adopt(wanted: readonly SentNode[], there: readonly SentNode[]): AdoptResult {
  const page = document.createElement("div");
  page.append(...build(there));
  // As a parser has them.
  page.normalize();
  const expected = document.createElement("div");
  expected.append(...build(wanted));
  const before = [...page.querySelectorAll("*")];
  const left: Adoption["left"] = new Map();
  const observer = new MutationObserver(() => {});
  observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
  adoptNodes(page, build(wanted), [...page.childNodes], {
    nodes: new Map(),
    touched: new Set(),
    outlet: undefined,
    left,
  });
  for (const { stale } of left.values()) for (const node of stale) (node as ChildNode).remove();
  const isTouched = observer.takeRecords().length > 0;
  observer.disconnect();
  const print = (element: Element): string =>
    JSON.stringify([
      element.isEqualNode(expected),
      element.childNodes.length,
      Array.from(element.querySelectorAll("*"), ({ localName, childNodes }) => [localName, childNodes.length]),
      element.textContent,
    ]);
  return {
    shown: print(page),
    wanted: print(expected),
    kept: before.filter((each) => page.contains(each)).length,
    isTouched,
  };
}

/** The same for many pages, which are sent as JSON. */
function adoptAll(pages: string): AdoptResult[] {
  return (JSON.parse(pages) as [SentNode[], SentNode[]][]).map(([wanted, there]) => adopt(wanted, there));
}

declare global {
  var adopting: { adoptAll(pages: string): AdoptResult[] };
}
Object.assign(globalThis, { adopting: { adoptAll } });
