import type { Page } from "playwright-core";
import type { ShownPage } from "./expect-view.ts";
import type { TreeNode } from "./tree.ts";

/** What a page of an app has become in a browser's document. */
export interface DumpedPage extends Omit<ShownPage, "styles"> {
  /** What the browser writes for it. */
  html: string;
}

/** A tree as the browser can send it; `null` stands for what is neither element nor text. */
type SentNode =
  | null
  | string
  | [name: string, attributes: [string, string][], children: SentNode[], content?: SentNode[]];

declare global {
  var sendTree: (parent: Node) => SentNode[];
}

/** Opens pages of the mounted app, one after the other, and reads from the document what each became. */
export async function dumpPages(page: Page, paths: readonly string[]): Promise<DumpedPage[]> {
  await page.evaluate(defineSendTree);
  const sent = await page.evaluate(async (all) => {
    const dumped = [];
    for (const path of all) {
      await testbed.app?.navigate(path);
      // The router has made the page's heading focusable.
      document.querySelector("#app main, #app h1")?.removeAttribute("tabindex");
      const metas = document.querySelectorAll<HTMLMetaElement>("head meta[name]");
      dumped.push({
        nodes: sendTree(document.querySelector("#app") as Element),
        html: document.querySelector("#app")?.innerHTML ?? "",
        title: document.title,
        lang: document.documentElement.lang,
        meta: Array.from(metas, ({ name, content }): [string, string] => [name, content]),
      });
    }
    return dumped;
  }, paths);
  return sent.map(({ nodes, ...facts }) => ({ ...facts, nodes: nodes.flatMap(receive) }));
}

/** What the browser itself makes of documents, without scripts. The page may have no policy that forbids to ask. */
export async function parseInBrowser(page: Page, inputs: readonly string[]): Promise<TreeNode[][]> {
  await page.evaluate(defineSendTree);
  const sent = await page.evaluate(
    (all) => all.map((input) => sendTree(new DOMParser().parseFromString(input, "text/html"))),
    inputs,
  );
  return sent.map((nodes) => nodes.flatMap(receive));
}

function defineSendTree(): void {
  const prefixes: Record<string, string> = {
    "http://www.w3.org/2000/svg": "svg ",
    "http://www.w3.org/1998/Math/MathML": "math ",
    "http://www.w3.org/1999/xlink": "xlink ",
    "http://www.w3.org/XML/1998/namespace": "xml ",
    "http://www.w3.org/2000/xmlns/": "xmlns ",
  };
  const sendNode = (node: Node): SentNode => {
    if (node.nodeType === node.TEXT_NODE) return node.nodeValue ?? "";
    if (node.nodeType !== node.ELEMENT_NODE) return null;
    const element = node as Element;
    const attributes = Array.from(element.attributes, ({ namespaceURI, name, localName, value }): [string, string] => {
      const prefix = name === "xmlns" ? undefined : prefixes[namespaceURI ?? ""];
      return [prefix ? prefix + localName : name, value];
    });
    const name = (prefixes[element.namespaceURI ?? ""] ?? "") + element.localName;
    const children = sendTree(element);
    const content = element instanceof HTMLTemplateElement && sendTree(element.content);
    return content ? [name, attributes, children, content] : [name, attributes, children];
  };
  globalThis.sendTree = (parent) => Array.from(parent.childNodes, sendNode);
}

function receive(node: SentNode): TreeNode[] {
  if (node === null) return [];
  if (typeof node === "string") return [{ type: "text", value: node }];
  const [name, attributes, children, content] = node;
  return [
    {
      type: "element",
      name,
      attributes: new Map(attributes),
      children: children.flatMap(receive),
      ...(content && { content: content.flatMap(receive) }),
    },
  ];
}
