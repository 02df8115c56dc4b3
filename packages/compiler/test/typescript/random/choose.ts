/** Numbers from 0 to below the limit. */
export type Choose = (limit: number) => number;

/** Numbers that follow from a seed. */
export function createChoose(seed: number): Choose {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * limit);
  };
}

/** One of a list. */
export function pick<T>(choose: Choose, list: readonly T[]): T {
  return list[choose(list.length)]!;
}
