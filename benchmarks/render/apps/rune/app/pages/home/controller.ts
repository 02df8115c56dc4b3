import { createRows, type Row } from "../rows.ts";

export let rows: Row[] = [];
export let selected = 0;

export function replace(count: number): void {
  selected = 0;
  rows = createRows(count);
}

export function add(): void {
  rows.push(...createRows(1000));
}

export function update(): void {
  for (let i = 0; i < rows.length; i += 10) rows[i]!.label += " !!!";
}

export function swap(): void {
  if (rows.length < 999) return;
  [rows[1], rows[998]] = [rows[998]!, rows[1]!];
}

export function select(id: number): void {
  selected = id;
}

export function remove(id: number): void {
  rows.splice(
    rows.findIndex((row) => row.id === id),
    1,
  );
}
