import type { Shape } from "../expression/shape.ts";

/** The names of a row, inside the names of the rows around it. */
export interface Scope {
  /** Empty where the author's list has no row variable that could be read: then any name may have been meant as it. */
  item: string;
  index: string | undefined;
  /** What is known of the row. */
  shape: Shape;
  parent: Scope | undefined;
  /** Names are read for what identifies the row. */
  isKey?: boolean;
}

/** A row variable, with the number of rows between it and the place that names it. */
export interface RowName {
  part: "item" | "index";
  depth: number;
  shape: Shape;
}

/** Finds a row variable, innermost first. */
export function findRowName(scope: Scope | undefined, name: string): RowName | undefined {
  let depth = 0;
  for (let row = scope; row; row = row.parent) {
    if (row.item === name) return { part: "item", depth, shape: row.shape };
    if (row.index === name) return { part: "index", depth, shape: undefined };
    depth++;
  }
  return undefined;
}

/** The names of all rows, innermost first. */
export function listRowNames(scope: Scope | undefined): string[] {
  const names: string[] = [];
  for (let row = scope; row; row = row.parent) names.push(row.item, ...(row.index === undefined ? [] : [row.index]));
  return names;
}

/** Whether the name of one of the rows could not be read. */
export function hasUnknownRow(scope: Scope | undefined): boolean {
  return scope !== undefined && (scope.item === "" || hasUnknownRow(scope.parent));
}
