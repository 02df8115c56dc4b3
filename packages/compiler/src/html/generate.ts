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
  addTemplate({ templates, parent: "", isRow: false }, nodes);
  return templates;
}

/** Where nodes stand. */
interface Place {
  templates: Template[];
  /** Tag of the element around them; empty for none. */
  parent: string;
  /** They are of the rows of a list, and so there many times. */
  isRow: boolean;
}

function addTemplate(place: Place, nodes: readonly PageNode[]): number {
  const { templates } = place;
  const index = templates.length;
  const template: Template = { nodes: [], bindings: [] };
  templates.push(template);
  template.nodes = generateNodes(place, template.bindings, nodes, []);
  return index;
}

function generateNodes(place: Place, bindings: Binding[], nodes: readonly PageNode[], parent: NodePath): ViewNode[] {
  const out: ViewNode[] = [];
  for (const node of nodes) {
    const at = [...parent, out.length];
    switch (node.type) {
      case "text":
        if (!isGap(node.value, place, nodes)) appendText(out, node.value);
        break;
      case "element":
        out.push(generateElement(place, bindings, node, at));
        break;
      case "if":
        out.push(null);
        generateIf(place, bindings, node, at);
        break;
      case "for":
        out.push(null);
        generateFor(place, bindings, node, at);
        break;
      case "component":
        out.push(null);
        generateComponent(place, bindings, node, at);
        break;
      case "slot":
        out.push(null);
        generateSlot(place, bindings, node, at);
        break;
    }
  }
  return out;
}

/** Elements that hold cells, rows and columns, between which white space never shows. */
const tableParts: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot", "tr", "colgroup"]);

/** Whether a text is the white space between the parts of a table. Lists leave it out: it would be made anew for each row. */
function isGap(text: string, { parent, isRow }: Place, siblings: readonly PageNode[]): boolean {
  return isRow && siblings.length > 1 && tableParts.has(parent) && /^[ \t\n\f\r]*$/.test(text);
}

function appendText(out: ViewNode[], value: string): void {
  const last = out.at(-1);
  if (typeof last === "string") out[out.length - 1] = last + value;
  else if (value !== "") out.push(value);
}

function generateElement(place: Place, bindings: Binding[], element: PageElement, at: NodePath): ElementNode {
  const attributes: Attributes = {};
  for (const [name, value] of element.attributes) {
    // A plain assignment of `__proto__` would set the prototype.
    Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true });
  }
  const placed = element.bindings.map(({ type, ...rest }) => ({ type, at, ...rest }) as Binding);
  const isValue = ({ type }: Binding): boolean => type === "property" || type === "model";
  bindings.push(...placed.filter((binding) => !isValue(binding)));
  const children = generateNodes({ ...place, parent: element.tag }, bindings, element.children, at);
  // A `<select>` needs its options before its value.
  bindings.push(...placed.filter(isValue));
  return [element.tag, attributes, ...children];
}

function generateIf(place: Place, bindings: Binding[], block: IfBlock, at: NodePath): void {
  const branches = block.branches.map(({ when, children }) => {
    const template = addTemplate(place, children);
    return when === undefined ? { template } : { when, template };
  });
  bindings.push({ type: "if", at, branches });
}

function generateFor(place: Place, bindings: Binding[], block: ForBlock, at: NodePath): void {
  const { item, index, each, key, filter, children, empty } = block;
  const binding: ForBinding = {
    type: "for",
    at,
    item,
    ...(index === undefined ? {} : { index }),
    each,
    ...(key === undefined ? {} : { key }),
    ...(filter === undefined ? {} : { filter }),
    template: addTemplate({ ...place, isRow: true }, children),
  };
  if (empty) binding.empty = addTemplate(place, empty);
  bindings.push(binding);
}

function generateComponent(place: Place, bindings: Binding[], block: ComponentBlock, at: NodePath): void {
  const { view, props, events } = block;
  const slots = block.slots.map(({ name, children }) => ({
    name,
    template: addTemplate({ ...place, parent: "" }, children),
  }));
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

function generateSlot(place: Place, bindings: Binding[], { name, fallback }: SlotBlock, at: NodePath): void {
  const inner = fallback && { fallback: addTemplate(place, fallback) };
  bindings.push({ type: "slot", at, name, ...inner });
}
