import { CELLS } from "../rows.ts";

export const cells: number[] = Array.from({ length: CELLS }, () => 0);

export function burst(): void {
  for (let i = 0; i < cells.length; i++) cells[i]!++;
}
