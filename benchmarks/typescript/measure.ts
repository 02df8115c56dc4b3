import { type Spread, spreadOf } from "./statistics.ts";

/** One of several ways to do the same work. */
export interface Candidate {
  name: string;
  run(size: number): unknown;
}

/** Times of a candidate, in milliseconds, and their ratios to those of the first candidate in the same round. */
export interface Measurement {
  name: string;
  time: Spread;
  ratio: Spread;
}

const WARM_UP_MS = 400;
const ROUNDS = 15;
/** Of a candidate that is many times slower than the first: its ratio is plain enough. */
const SLOW_ROUNDS = 3;
const SLOW = 8;
/** What the first candidate should need for one sample: long against the clock, short against the machine's moods. */
const SAMPLE_MS = 25;

/**
 * Runs candidates in turns in one process, after each has run long enough for its engine to have optimised it. The work is made larger
 * or smaller until the first one needs some milliseconds.
 * @throws {Error} if two candidates give different results
 */
export function measure(candidates: readonly Candidate[], startSize: number): { size: number; results: Measurement[] } {
  const [first] = candidates;
  if (!first) throw new Error("nothing to measure");
  for (const candidate of candidates) warmUp(candidate, startSize);
  const size = chooseSize(first, startSize);
  const expected = first.run(size);
  const usual = time(first, size);
  const rounds: number[] = [];
  for (const candidate of candidates) {
    const start = performance.now();
    const result = candidate.run(size);
    const isSlow = candidate !== first && performance.now() - start > SLOW * usual;
    rounds.push(isSlow ? SLOW_ROUNDS : ROUNDS);
    if (!Object.is(result, expected)) {
      throw new Error(`${candidate.name} gives ${String(result)} for ${size}, ${first.name} gives ${String(expected)}`);
    }
  }
  const times = candidates.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const offset of candidates.keys()) {
      const index = (round + offset) % candidates.length;
      if (round < rounds[index]!) times[index]?.push(time(candidates[index]!, size));
    }
  }
  const results = candidates.map(({ name }, index) => {
    const own = times[index] ?? [];
    const ratios = own.map((each, round) => each / (times[0]?.[round] ?? NaN));
    return { name, time: spreadOf(own), ratio: spreadOf(ratios) };
  });
  return { size, results };
}

function warmUp(candidate: Candidate, size: number): void {
  const end = performance.now() + WARM_UP_MS;
  do candidate.run(size);
  while (performance.now() < end);
}

function chooseSize(candidate: Candidate, startSize: number): number {
  let size = startSize;
  for (let attempt = 0; attempt < 4; attempt++) {
    const spent = spreadOf([0, 1, 2].map(() => time(candidate, size))).median;
    size = Math.max(1, Math.round((size * SAMPLE_MS) / Math.max(spent, 0.01)));
  }
  return size;
}

function time(candidate: Candidate, size: number): number {
  globalThis.gc?.();
  const start = performance.now();
  candidate.run(size);
  return performance.now() - start;
}
