import type { Binding, Expression, Template, View } from "@rune/schema";
import * as fc from "fast-check";

/** What a controller exports that random views are made for. */
export interface ViewSubject {
  /** Paths that lead to something that may be shown, from names of the data. */
  readonly values: readonly Expression[];
  /** Lists, and what their rows have. */
  readonly lists: readonly { each: Expression; key?: Expression; item: RowSubject }[];
}

/** Paths from a row variable, as functions of its depth. */
export interface RowSubject {
  readonly values: readonly ((row: Expression) => Expression)[];
  readonly lists: readonly { each: (row: Expression) => Expression; key?: Expression; item: RowSubject }[];
}

type Draw = fc.GeneratorValue;

/** A view with up to three levels of lists and conditions, made of what a controller exports. */
export function drawView(draw: Draw, subject: ViewSubject): View {
  const templates: Template[] = [];
  const addTemplate = (rows: readonly RowSubject[], depth: number): number => {
    const index = templates.length;
    const template: Template = { nodes: [], bindings: [] };
    templates.push(template);
    const count = draw(fc.integer, { min: 1, max: 4 });
    for (let i = 0; i < count; i++) addNode(template, i, rows, depth);
    return index;
  };
  const pick = <T>(all: readonly T[]): T => all[draw(fc.nat, { max: all.length - 1 })] as T;
  const row = (depth: number): Expression => ["item", depth];

  function value(rows: readonly RowSubject[], size = 2): Expression {
    const depth = draw(fc.integer, { min: -1, max: rows.length - 1 });
    const around = rows[depth];
    const leaf = around ? pick(around.values)(row(depth)) : pick(subject.values);
    if (size === 0) return leaf;
    const inner = (): Expression => value(rows, size - 1);
    switch (draw(fc.integer, { min: 0, max: 9 })) {
      case 0:
        return ["==", inner(), inner()];
      case 1:
        return ["if", inner(), inner(), inner()];
      case 2:
        return ["text", inner(), "-", inner()];
      case 3:
        return [pick(["&&", "||", "??"] as const), inner(), inner()];
      case 4:
        return ["+", inner(), inner()];
      case 5:
        return rows.length > 0 ? ["+", ["index", draw(fc.nat, { max: rows.length - 1 })], 0] : ["not", inner()];
      default:
        return leaf;
    }
  }

  function addNode({ nodes, bindings }: Template, i: number, rows: readonly RowSubject[], depth: number): void {
    const kind = depth > 2 ? 0 : draw(fc.integer, { min: 0, max: 4 });
    const at = [i];
    if (kind < 3) {
      nodes.push(["p", {}, ["b", {}]]);
      const bound: Binding[] = [
        { type: "text", at: [i, 0], value: value(rows) },
        { type: "attribute", at, name: "title", value: value(rows) },
        { type: "class", at, name: "on", value: value(rows) },
        { type: "show", at, value: value(rows) },
        { type: "style", at: [i, 0], name: "--x", value: value(rows) },
      ];
      bindings.push(...bound.filter((_, n) => n === 0 || draw(fc.integer, { min: 0, max: 2 }) === 0));
      return;
    }
    nodes.push(null);
    if (kind === 3) {
      const branches = [{ when: value(rows), template: addTemplate(rows, depth + 1) }];
      bindings.push({ type: "if", at, branches: [...branches, { template: addTemplate(rows, depth + 1) }] });
      return;
    }
    const around = rows[0];
    const inner = around && around.lists.length > 0 && draw(fc.boolean) ? pick(around.lists) : undefined;
    const list = inner ? { ...inner, each: inner.each(row(0)) } : pick(subject.lists);
    const within = [list.item, ...rows];
    const isFiltered = draw(fc.integer, { min: 0, max: 3 }) === 0;
    bindings.push({
      type: "for",
      at,
      item: "row",
      each: list.each,
      ...(list.key !== undefined && draw(fc.boolean) && { key: list.key }),
      ...(isFiltered && { filter: value(within, 1) }),
      template: addTemplate(within, depth + 1),
      ...(draw(fc.boolean) && { empty: addTemplate(rows, depth + 1) }),
    });
  }

  addTemplate([], 0);
  return { format: "rune.view", version: 1, name: "home", templates };
}
