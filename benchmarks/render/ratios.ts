/** A ratio, and the interval that holds it in 95 of 100 repetitions. */
export interface Ratio {
  value: number;
  low: number;
  high: number;
}

/** Samples by operation. */
export type Samples = ReadonlyMap<string, readonly number[]>;

const RESAMPLES = 2000;

/** How a candidate compares with another over operations: the geometric mean of the ratios of medians, with its bootstrap interval. */
export function compareSamples(of: Samples, base: Samples, operations: readonly string[]): Ratio {
  const pairs = operations.map((name) => [of.get(name) ?? [], base.get(name) ?? []] as const);
  const mean = (choose: (samples: readonly number[]) => readonly number[]): number =>
    Math.exp(
      pairs.reduce((sum, [own, other]) => sum + Math.log(medianOf(choose(own)) / medianOf(choose(other))), 0) /
        pairs.length,
    );
  const random = createRandom(1);
  const resampled = Array.from({ length: RESAMPLES }, () => mean((samples) => resample(samples, random)));
  resampled.sort((a, b) => a - b);
  return {
    value: mean((samples) => samples),
    low: resampled[Math.floor(RESAMPLES * 0.025)] ?? NaN,
    high: resampled[Math.ceil(RESAMPLES * 0.975) - 1] ?? NaN,
  };
}

/** The middle of numbers; of an even count, the mean of the two. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

function resample(values: readonly number[], random: () => number): readonly number[] {
  return values.map(() => values[Math.floor(random() * values.length)] ?? NaN);
}

/** The same numbers each time, so that a report can be made again from its samples. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
