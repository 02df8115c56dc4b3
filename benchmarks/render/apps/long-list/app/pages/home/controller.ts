interface Row {
  id: number;
  label: string;
}

export let rows: Row[] = [];
export let pokes = 0;

export function fill(count: number): void {
  const next: Row[] = [];
  for (let id = 1; id <= count; id++) next.push({ id, label: `number ${id}` });
  rows = next;
}

export function poke(): void {
  pokes++;
}
