import { adoptAttributes } from "./adopt-attributes.ts";
import { adoptValidity, readField } from "./adopt-field.ts";
import { pairNodes } from "./pair-nodes.ts";

/** How nodes of a page that shows already become those that an app has made for it. */
export interface Adoption {
  /** For nodes of the app, those that are in the page instead. */
  readonly nodes: Map<Node, Node>;
  /** Fields whose content is the user's. */
  readonly touched: ReadonlySet<Node>;
  /** What inside of this one shows is not asked. */
  readonly outlet: Node | undefined;
  /** By their parent, nodes for which the app has nothing yet, and all that were there with them. */
  readonly left: Map<Node, LeftNodes>;
}

/** Nodes of the page that stay until it is clear whether the app has something for them. */
export interface LeftNodes {
  readonly stale: ReadonlySet<Node>;
  readonly all: ReadonlySet<Node>;
}

/** Makes the content of a node the wanted nodes, by keeping as much as possible of `there`, which is a part of its content. */
export function adoptNodes(parent: Node, wanted: readonly Node[], there: readonly Node[], adoption: Adoption): void {
  const parts = splitTexts(wanted, there);
  const pairs = pairNodes(wanted, parts);
  const kept = new Set([...wanted, ...pairs.values()]);
  const stale = new Set(parts.filter((node) => !kept.has(node)));
  let next = parent.firstChild;
  for (const node of wanted) {
    const own = pairs.get(node);
    if (!own) {
      if (node !== next) parent.insertBefore(node, next);
      next = node.nextSibling;
      continue;
    }
    if (own !== node) {
      if (node.parentNode === parent) node.parentNode.removeChild(node);
      adoptNode(node, own, adoption);
    }
    next = own.nextSibling;
  }
  if (stale.size > 0) adoption.left.set(parent, { stale, all: new Set(parent.childNodes) });
}

function adoptNode(node: Node, own: Node, adoption: Adoption): void {
  const { nodes, touched, outlet } = adoption;
  nodes.set(node, own);
  if (node.nodeType !== node.ELEMENT_NODE) {
    if (own.nodeValue !== node.nodeValue) own.nodeValue = node.nodeValue;
    return;
  }
  const write = readField(node as Element);
  if (node !== outlet) adoptNodes(own, [...node.childNodes], [...own.childNodes], adoption);
  if (!touched.has(own)) write?.(own as Element);
  adoptAttributes(node as Element, own as Element);
  adoptValidity(node as Element, own as Element);
}

/** Texts that stand next to each other are one in HTML: where that is so, it is taken apart. */
function splitTexts(wanted: readonly Node[], there: readonly Node[]): readonly Node[] {
  const result = [...there];
  let from = 0;
  for (let i = 0; i < wanted.length; i++) {
    const run: Text[] = [];
    while (wanted[i + run.length]?.nodeType === Node.TEXT_NODE) run.push(wanted[i + run.length] as Text);
    i += run.length;
    const all = run.map(({ data }) => data).join("");
    const at = run.length > 0 ? result.findIndex((node, at) => at >= from && isText(node) && node.data === all) : -1;
    if (at < 0) continue;
    from = at + run.length;
    let rest = result[at] as Text;
    run.slice(0, -1).forEach(({ data }, part) => {
      rest = rest.splitText(data.length);
      result.splice(at + part + 1, 0, rest);
    });
  }
  return result;
}

function isText(node: Node): node is Text {
  return node.nodeType === node.TEXT_NODE;
}
