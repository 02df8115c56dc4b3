import type { Expression } from "@rune/schema";

/** Names of the page's data that a row's item stands for, from the innermost row outwards. */
export type RowNames = readonly ReadonlySet<string>[];

/** The names of the page's data that an expression reads, directly or through the rows that it stands in. */
export function collectDataNames(expression: Expression, rows: RowNames): Set<string> {
  const names = new Set<string>();
  collect(expression, rows, names);
  return names;
}

function collect(expression: unknown, rows: RowNames, names: Set<string>): void {
  if (!Array.isArray(expression)) return;
  const [operation, first]: unknown[] = expression;
  if (operation === "data") names.add(String(first));
  else if (operation === "item") for (const name of rows[Number(first)] ?? []) names.add(name);
  else for (const operand of expression.slice(1)) collect(operand, rows, names);
}
