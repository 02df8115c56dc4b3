import type { Attributes, ViewNode } from "@rune/schema";
import { createElement, writeAttribute } from "./element-tag.ts";
import type { RenderContext } from "./render-context.ts";
import { resolveAssets } from "./set-attribute.ts";

/** The static nodes of a template, and where in them an element asks for the focus. */
export interface BuiltNodes {
  content: DocumentFragment;
  autofocus: number[][];
  /** None of them does anything before it is in a page, such as loading a file. */
  isStill: boolean;
}

/** Builds the static nodes in an inert document, so that nothing loads before the first clone is in the page. */
export function buildNodes(nodes: readonly ViewNode[], context: RenderContext): BuiltNodes {
  const { content } = context.document.createElement("template");
  const build: BuildContext = { context, inert: content.ownerDocument, autofocus: [], isStill: true };
  // A block without nodes would have no place of its own.
  const roots = nodes.length > 0 ? nodes : [null];
  appendNodes(content, roots, [], build);
  return { content, autofocus: build.autofocus, isStill: build.isStill };
}

interface BuildContext {
  context: RenderContext;
  inert: Document;
  autofocus: number[][];
  isStill: boolean;
}

function appendNodes(parent: Node, nodes: readonly ViewNode[], path: number[], build: BuildContext): void {
  nodes.forEach((node, i) => {
    if (node === null) parent.appendChild(build.inert.createComment(""));
    else if (typeof node === "string") parent.appendChild(build.inert.createTextNode(node));
    else {
      const [tag, attributes, ...children] = node;
      const here = [...path, i];
      const element = createElement(build.inert, tag);
      setStaticAttributes(element, attributes, build.context);
      // Custom elements, and whatever has an address.
      const { isUrlAttribute } = build.context.rules;
      const isLive = ([name, value]: [string, string]): boolean => isUrlAttribute(name) || value.includes("(");
      if (tag.includes("-") || Object.entries(attributes).some(isLive)) build.isStill = false;
      if (Object.hasOwn(attributes, "autofocus")) build.autofocus.push(here);
      appendNodes(element, children, here, build);
      parent.appendChild(element);
    }
  });
}

function setStaticAttributes(element: Element, attributes: Attributes, context: RenderContext): void {
  for (const [name, value] of Object.entries(attributes)) {
    // The policy of the page forbids `style` attributes in markup, but not what CSSOM sets.
    if (name === "style") (element as HTMLElement).style.cssText = value;
    else writeAttribute(element, name, resolveAssets(name, value, context));
  }
}
