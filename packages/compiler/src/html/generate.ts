import type {
  Attributes,
  Binding,
  ComponentBinding,
  ElementNode,
  ForBinding,
  NodePath,
  Template,
  ViewNode,
} from "@rune/schema";
import type { ComponentBlock, ForBlock, IfBlock, PageElement, PageNode, SlotBlock } from "./page-tree.ts";

/**
 * Cuts a page into templates. Templates are numbered in the order in which a reader meets them, so equal pages give equal
 * bytes. Adjacent texts become one, because a renderer counts the nodes that it makes.
 */
export function generateTemplates(nodes: readonly PageNode[]): Template[] {
  const templates: Template[] = [];
  addTemplate(templates, nodes);
  return templates;
}

function addTemplate(templates: Template[], nodes: readonly PageNode[]): number {
  const index = templates.length;
  const template: Template = { nodes: [], bindings: [] };
  templates.push(template);
  template.nodes = generateNodes(templates, template.bindings, nodes, []);
  return index;
}

function generateNodes(
  templates: Template[],
  bindings: Binding[],
  nodes: readonly PageNode[],
  parent: NodePath,
): ViewNode[] {
  const out: ViewNode[] = [];
  for (const node of nodes) {
    const at = [...parent, out.length];
    switch (node.type) {
      case "text":
        appendText(out, node.value);
        break;
      case "element":
        out.push(generateElement(templates, bindings, node, at));
        break;
      case "if":
        out.push(null);
        generateIf(templates, bindings, node, at);
        break;
      case "for":
        out.push(null);
        generateFor(templates, bindings, node, at);
        break;
      case "component":
        out.push(null);
        generateComponent(templates, bindings, node, at);
        break;
      case "slot":
        out.push(null);
        generateSlot(templates, bindings, node, at);
        break;
    }
  }
  return out;
}

function appendText(out: ViewNode[], value: string): void {
  const last = out.at(-1);
  if (typeof last === "string") out[out.length - 1] = last + value;
  else if (value !== "") out.push(value);
}

function generateElement(templates: Template[], bindings: Binding[], element: PageElement, at: NodePath): ElementNode {
  const attributes: Attributes = {};
  for (const [name, value] of element.attributes) {
    // A plain assignment of `__proto__` would set the prototype.
    Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true });
  }
  const placed = element.bindings.map(({ type, ...rest }) => ({ type, at, ...rest }) as Binding);
  const isValue = ({ type }: Binding): boolean => type === "property" || type === "model";
  bindings.push(...placed.filter((binding) => !isValue(binding)));
  const children = generateNodes(templates, bindings, element.children, at);
  // A `<select>` needs its options before its value.
  bindings.push(...placed.filter(isValue));
  return [element.tag, attributes, ...children];
}

function generateIf(templates: Template[], bindings: Binding[], block: IfBlock, at: NodePath): void {
  const branches = block.branches.map(({ when, children }) => {
    const template = addTemplate(templates, children);
    return when === undefined ? { template } : { when, template };
  });
  bindings.push({ type: "if", at, branches });
}

function generateFor(templates: Template[], bindings: Binding[], block: ForBlock, at: NodePath): void {
  const { item, index, each, key, filter, children, empty } = block;
  const binding: ForBinding = {
    type: "for",
    at,
    item,
    ...(index === undefined ? {} : { index }),
    each,
    ...(key === undefined ? {} : { key }),
    ...(filter === undefined ? {} : { filter }),
    template: addTemplate(templates, children),
  };
  if (empty) binding.empty = addTemplate(templates, empty);
  bindings.push(binding);
}

function generateComponent(templates: Template[], bindings: Binding[], block: ComponentBlock, at: NodePath): void {
  const { view, props, events } = block;
  const slots = block.slots.map(({ name, children }) => ({ name, template: addTemplate(templates, children) }));
  const binding: ComponentBinding = {
    type: "component",
    at,
    view,
    ...(props.length > 0 && { props }),
    ...(events.length > 0 && { events }),
    ...(slots.length > 0 && { slots }),
  };
  bindings.push(binding);
}

function generateSlot(templates: Template[], bindings: Binding[], { name, fallback }: SlotBlock, at: NodePath): void {
  const inner = fallback && { fallback: addTemplate(templates, fallback) };
  bindings.push({ type: "slot", at, name, ...inner });
}
