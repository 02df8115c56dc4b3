/** The middle of numbers, and the quarters around it. */
export interface Quartiles {
  median: number;
  low: number;
  high: number;
}

/** Median and quartiles. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** How times compare with those of something else in the same rounds. */
export function ratioOf(times: readonly number[], base: readonly number[]): Quartiles {
  return quartilesOf(times.map((each, round) => each / (base[round] ?? NaN)));
}

/** The mean of ratios. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function quantile(sorted: readonly number[], part: number): number {
  const position = (sorted.length - 1) * part;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}
