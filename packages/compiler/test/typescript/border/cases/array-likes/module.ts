export function sum(values: number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

export function last(values: ArrayLike<string>): string | undefined {
  return values[values.length - 1];
}

export function double(values: number[]): void {
  for (let i = 0; i < values.length; i++) values[i]! *= 2;
}
