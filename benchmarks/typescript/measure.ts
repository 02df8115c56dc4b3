import { quartilesOf } from "./statistics.ts";

/** One of several ways to do the same work; asynchronous work gives a promise. */
export interface Candidate {
  name: string;
  run(size: number): unknown;
}

/** Milliseconds that a candidate took, a number a round. */
export interface Measurement {
  name: string;
  times: number[];
}

const WARM_UP_MS = 300;
const ROUNDS = 11;
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
export async function measure(
  candidates: readonly Candidate[],
  startSize: number,
): Promise<{ size: number; results: Measurement[] }> {
  const [first] = candidates;
  if (!first) throw new Error("nothing to measure");
  for (const candidate of candidates) await warmUp(candidate, startSize);
  const size = await chooseSize(first, startSize);
  const expected = await first.run(size);
  const usual = await time(first, size);
  const rounds: number[] = [];
  for (const candidate of candidates) {
    const start = performance.now();
    const result = await candidate.run(size);
    const isSlow = candidate !== first && performance.now() - start > SLOW * usual;
    rounds.push(isSlow ? SLOW_ROUNDS : ROUNDS);
    if (!Object.is(result, expected)) {
      throw new Error(`${candidate.name} gives ${String(result)} for ${size}, ${first.name} gives ${String(expected)}`);
    }
  }
  const results = candidates.map(({ name }): Measurement => ({ name, times: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const offset of candidates.keys()) {
      const index = (round + offset) % candidates.length;
      if (round < rounds[index]!) results[index]!.times.push(await time(candidates[index]!, size));
    }
  }
  return { size, results };
}

/**
 * Milliseconds that one unit of the work takes each candidate, a number a round. They take turns as in `measure`, but each with as much work as fills a
 * sample: one that costs a thousand times as much as another would take minutes for the same.
 * @throws {Error} if two candidates give different results
 */
export async function measureUnits(candidates: readonly Candidate[], startSize: number): Promise<Measurement[]> {
  const measured: { candidate: Candidate; size: number; times: number[] }[] = [];
  let expected: unknown;
  for (const candidate of candidates) {
    await warmUp(candidate, startSize);
    measured.push({ candidate, size: await chooseSize(candidate, startSize), times: [] });
    const result = await candidate.run(startSize);
    if (measured.length === 1) expected = result;
    else if (!Object.is(result, expected)) {
      throw new Error(`${candidate.name} gives ${String(result)} for ${startSize}, not ${String(expected)}`);
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const offset of measured.keys()) {
      const { candidate, size, times } = measured[(round + offset) % measured.length]!;
      times.push((await time(candidate, size)) / size);
    }
  }
  return measured.map(({ candidate: { name }, times }) => ({ name, times }));
}

async function warmUp(candidate: Candidate, size: number): Promise<void> {
  const end = performance.now() + WARM_UP_MS;
  do await candidate.run(size);
  while (performance.now() < end);
}

async function chooseSize(candidate: Candidate, startSize: number): Promise<number> {
  let size = startSize;
  for (let attempt = 0; attempt < 4; attempt++) {
    const spent = [await time(candidate, size), await time(candidate, size), await time(candidate, size)];
    size = Math.max(1, Math.round((size * SAMPLE_MS) / Math.max(quartilesOf(spent).median, 0.01)));
  }
  return size;
}

async function time({ run }: Candidate, size: number): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  const result = run(size);
  // To wait for what is there already would count a microtask.
  if (result instanceof Promise) await result;
  return performance.now() - start;
}
