import type { Html5libCase } from "./read-cases.ts";
import { isDocument } from "./subset-rules.ts";
import type { TreeElement, TreeNode } from "./tree.ts";

/** What a page shows, as a tree and as facts of its document. */
export interface ShownPage {
  nodes: TreeNode[];
  title: string | undefined;
  lang: string | undefined;
  meta: [name: string, content: string][];
  /** Texts of its style sheets, in order. */
  styles: string[];
}

/**
 * What a view makes of the tree that a case expects. By the view language, and by nothing that is particular to a case:
 * comments vanish, style sheets are taken out, title, metadata and language become facts of the page, other attributes of
 * `<html>` and `<body>` are dropped, and so is the white space before a page's content.
 */
export function expectView(test: Html5libCase): ShownPage {
  const { context, expected } = test;
  const page: ShownPage = { nodes: [], title: undefined, lang: undefined, meta: [], styles: [] };
  const root = context === undefined ? expected.find((node) => node.type === "element") : undefined;
  if (!root) page.nodes = showNodes(page, expected);
  else {
    page.lang = root.attributes.get("lang")?.trim() || undefined;
    for (const part of root.children) {
      if (part.type !== "element") continue;
      const isHead = part.name === "head" || (part.name === "body" && !isDocument(test));
      const inside = part.name === "head" || part.name === "body" ? part.children : [part];
      const rest = isHead ? takeHead(page, inside) : inside;
      if (part.name === "head") showNodes(page, rest);
      else page.nodes.push(...showNodes(page, rest));
    }
  }
  if (context === undefined && !isDocument(test)) page.nodes = trimStart(page.nodes);
  return page;
}

/** A document loses the white space before its content in the parser, unless a tag that vanishes stands before it. */
function trimStart(nodes: TreeNode[]): TreeNode[] {
  const [first, ...rest] = nodes;
  if (first?.type !== "text") return nodes;
  const value = first.value.replace(/^[ \t\n\f\r]+/, "");
  return value === "" ? rest : [{ ...first, value }, ...rest];
}

/** Title and metadata go; they stand in the head or at the top level of a page. */
function takeHead(page: ShownPage, nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.filter((node) => {
    if (node.type !== "element") return true;
    const { name, attributes } = node;
    if (name === "title") page.title = readText(node).trim().replace(/\s+/g, " ");
    else if (name === "meta" && !attributes.has("itemprop")) {
      const [of, content] = [attributes.get("name"), attributes.get("content")];
      if (of !== undefined && content !== undefined) page.meta.push([of, content]);
    } else return true;
    return false;
  });
}

function readText({ children }: TreeElement): string {
  return children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

/** Without comments and style sheets; texts that come to stand side by side are one. */
function showNodes(page: ShownPage, nodes: readonly TreeNode[]): TreeNode[] {
  const shown: TreeNode[] = [];
  for (const node of nodes) {
    const last = shown.at(-1);
    if (node.type === "text") {
      if (last?.type === "text") shown[shown.length - 1] = { type: "text", value: last.value + node.value };
      else shown.push(node);
    } else if (node.type === "element" && node.name === "style") {
      const css = readText(node);
      if (css !== "") page.styles.push(css);
    } else if (node.type === "element") {
      const content = node.content && { content: showNodes(page, node.content) };
      shown.push({ ...node, children: showNodes(page, node.children), ...content });
    }
  }
  return shown;
}
