/** Objects whose properties the module writes in another order than their type does. */
export interface Column {
  title: string;
  key: string;
  align?: string;
  width?: number | `${number}%`;
  note?: string;
}

const columns: Column[] = [{ width: 7, note: "first", key: "a", title: "A" }];

export function add(...more: Column[]): string {
  columns.push(...more);
  return columns
    .map(({ title, key, align = "left", width = "auto", note = "-" }) => [title, key, align, width, note].join())
    .join(" ");
}

export const all = (): Column[] => columns;
