import { findNearest } from "@rune/schema";
import type { Template, ViewNode } from "@rune/schema";
import { mutationNodeUnknown } from "../messages.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

/**
 * The node that a mutation names, by `data-ref` or `id`.
 *
 * @throws RuneError `mutation_node_unknown`
 */
export function findTarget(type: string, name: string, target: MutationTarget): Element {
  const { container, refs, rowQuota } = target;
  const find = (): Element | null => {
    const ref = refs.get(name) ?? target.page?.refs.get(name);
    return ref && container.contains(ref) ? ref : findById(container, name);
  };
  // It may be in a row that would be made later.
  const element = find() ?? (rowQuota?.finish(), find());
  if (!element) throw mutationNodeUnknown(type, name, findNearest(name, listNames(target)));
  return element;
}

/** Whether the page's view has a node of this name, showing or not, or is itself called so. */
export function hasTarget(name: string, target: MutationTarget): boolean {
  return name === target.view.name || findById(target.container, name) !== null || listNames(target).has(name);
}

/** Whether data can bring a node of this name into the page. */
export function mayAppear(name: unknown, target: MutationTarget): boolean {
  const hasBoundIds = listTemplates(target).some(({ bindings }) =>
    bindings.some((binding) => binding.type === "attribute" && binding.name === "id"),
  );
  return hasBoundIds || listNames(target).has(name as string);
}

type Views = Pick<MutationTarget, "view" | "views">;

/** Templates of the page's view and of its components. */
function listTemplates({ views }: Views): Template[] {
  return [...views.values()].flatMap(({ templates }) => templates);
}

/** Every name that the view itself gives: its own, and the static ids and refs of its nodes and those of its components. */
export function listNames(target: Views): Set<string> {
  const names = new Set([target.view.name]);
  for (const { nodes, bindings } of listTemplates(target)) {
    nodes.forEach((node) => collectIds(node, names));
    for (const binding of bindings) if (binding.type === "ref") names.add(binding.name);
  }
  return names;
}

function collectIds(node: ViewNode, names: Set<string>): void {
  if (!Array.isArray(node)) return;
  const [, attributes, ...children] = node;
  if (Object.hasOwn(attributes, "id")) names.add(attributes["id"] ?? "");
  for (const child of children) collectIds(child, names);
}

function findById(container: Element, id: string): Element | null {
  // Documents of tests have no global `CSS`.
  const text = id.replace(/["\\\s]/g, (unit) => `\\${unit.charCodeAt(0).toString(16)} `);
  return container.querySelector(`[id="${text}"]`);
}
