import type { Binding, ForBinding, IfBinding, Template, ViewNode } from "@rune/schema";
import { ROWS_AT_ONCE } from "../renderer/lists/row-quota.ts";
import { listItems } from "../renderer/lists/list-items.ts";
import { enterComponent, findSlot } from "./components.ts";
import { escapeText } from "./escape.ts";
import { UNKNOWN } from "./evaluator.ts";
import type { FrameScope } from "./frame.ts";
import { FrameTooLong, take } from "./frame.ts";
import { writeElement } from "./write-element.ts";

/** The bindings of a template, by the path of their node. */
const places = new WeakMap<Template, ReadonlyMap<string, readonly Binding[]>>();

/** Writes what a template shows before its controller runs, as HTML. */
export function writeTemplate(index: number, scope: FrameScope): string {
  const template = scope.view.templates[index] as Template;
  const placed = places.get(template) ?? placeBindings(template);
  places.set(template, placed);
  return writeNodes(template.nodes.length > 0 ? template.nodes : [null], [], placed, scope);
}

function placeBindings({ bindings }: Template): ReadonlyMap<string, readonly Binding[]> {
  const placed = new Map<string, Binding[]>();
  for (const binding of bindings) {
    const path = binding.at.join();
    placed.set(path, [...(placed.get(path) ?? []), binding]);
  }
  return placed;
}

function writeNodes(
  nodes: readonly ViewNode[],
  path: readonly number[],
  placed: ReadonlyMap<string, readonly Binding[]>,
  scope: FrameScope,
): string {
  const { source } = scope.part;
  const written = nodes.map((node, i) => {
    const at = [...path, i];
    if (typeof node === "string") return take(source, escapeText(node));
    const bindings = placed.get(at.join()) ?? [];
    // The comment is the one that stands for the place in the renderer's tree.
    if (node === null) return bindings.map((binding) => writeRegion(binding, scope)).join("") + take(source, "<!---->");
    return writeElement(node, bindings, scope, (children, inside) => writeNodes(children, at, placed, inside));
  });
  return written.join("");
}

function writeRegion(binding: Binding, scope: FrameScope): string {
  switch (binding.type) {
    case "if":
      return writeIf(binding, scope);
    case "for":
      return writeFor(binding, scope);
    case "component":
      return writeTemplate(0, enterComponent(binding, scope));
    case "slot": {
      const found = findSlot(binding, scope);
      return found ? writeTemplate(...found) : "";
    }
    default:
      return "";
  }
}

/** Where it is not known which branch will show, none does: a wrong one would be worse. */
function writeIf({ branches }: IfBinding, scope: FrameScope): string {
  for (const { when, template } of branches) {
    const holds = when === undefined || scope.part.evaluator.evaluate(when, scope);
    if (holds === UNKNOWN) return "";
    if (holds) return writeTemplate(template, scope);
  }
  return "";
}

function writeFor({ each, key, filter, template, empty }: ForBinding, scope: FrameScope): string {
  const { evaluator } = scope.part;
  const value = evaluator.evaluate(each, scope);
  if (value === UNKNOWN) return "";
  const { row: parent, depth } = scope;
  let isKnown = true;
  const rows = (listItems(value)?.items ?? [])
    .map((item, index): FrameScope => ({ ...scope, row: { parent, item, index }, depth: depth + 1 }))
    .filter((inner) => {
      const holds = filter === undefined || evaluator.evaluate(filter, inner);
      isKnown &&= holds !== UNKNOWN;
      return holds !== UNKNOWN && Boolean(holds);
    });
  if (rows.length === 0) return empty === undefined || !isKnown ? "" : writeTemplate(empty, scope);
  const shown = key === undefined ? rows : keepLast(rows, (inner) => evaluator.evaluate(key, inner));
  scope.part.source.rows += shown.length;
  if (scope.part.source.rows > ROWS_AT_ONCE) throw new FrameTooLong();
  return shown.map((inner) => writeTemplate(template, inner)).join("");
}

/** Of rows with the same key the last one shows. A key that is not known is nobody else's. */
function keepLast(rows: readonly FrameScope[], keyOf: (row: FrameScope) => unknown): readonly FrameScope[] {
  const keys = rows.map(keyOf);
  const last = new Map(keys.map((key, i) => [key, i]));
  return rows.filter((_, i) => keys[i] === UNKNOWN || last.get(keys[i]) === i);
}
