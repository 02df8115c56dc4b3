/** A node of a tree as the html5lib cases write it. */
export type TreeNode = TreeText | TreeElement | TreeOther;

export interface TreeText {
  type: "text";
  value: string;
}

/** An element. Its name has the namespace in front where that is not HTML: `svg path`. */
export interface TreeElement {
  type: "element";
  name: string;
  /** Names with their namespace in front where they have one: `xlink href`. */
  attributes: Map<string, string>;
  children: TreeNode[];
  /** What a `<template>` holds. */
  content?: TreeNode[];
}

/** What a view has no counterpart of. */
export interface TreeOther {
  type: "comment" | "doctype" | "instruction";
}

/** All elements of a tree in document order, those in templates too. */
export function listElements(nodes: readonly TreeNode[]): TreeElement[] {
  return nodes.flatMap((node) =>
    node.type === "element" ? [node, ...listElements(node.children), ...listElements(node.content ?? [])] : [],
  );
}

/** Prints a tree, for comparison. Attributes are sorted: their order is not part of a tree. */
export function printTree(nodes: readonly TreeNode[], indent = ""): string {
  return nodes.map((node) => printNode(node, indent)).join("");
}

function printNode(node: TreeNode, indent: string): string {
  if (node.type === "text") return `${indent}${JSON.stringify(node.value)}\n`;
  if (node.type !== "element") return `${indent}<!${node.type}>\n`;
  const inner = `${indent}  `;
  const attributes = [...node.attributes].map(([name, value]) => `${inner}${name}=${JSON.stringify(value)}\n`);
  const content = node.content ? `${inner}content\n${printTree(node.content, `${inner}  `)}` : "";
  return `${indent}<${node.name}>\n${attributes.toSorted().join("")}${content}${printTree(node.children, inner)}`;
}
