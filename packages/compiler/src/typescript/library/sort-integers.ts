/** Sorts numbers that are all different, of which none is NaN: in their order already as a rule, else by heapsort, which is short. */
export function sortIntegers(values: number[]): void {
  const count = values.length;
  let known = 1;
  while (known < count && $arrayGet(values, known - 1) < $arrayGet(values, known)) known++;
  if (known >= count) return;
  for (let top = count >> 1; top >= 0; top--) sink(values, top, count);
  for (let end = count - 1; end > 0; end--) {
    const greatest = $arrayGet(values, 0);
    $arraySet(values, 0, $arrayGet(values, end));
    $arraySet(values, end, greatest);
    sink(values, 0, end);
  }
}

/** Lets the value at the top of a heap within `count` values move down to its place. */
function sink(values: number[], top: $int, count: $int): void {
  let at = top;
  for (;;) {
    let below = (at * 2 + 1) | 0;
    if (below >= count) return;
    if (below + 1 < count && $arrayGet(values, below) < $arrayGet(values, below + 1)) below++;
    const value = $arrayGet(values, at);
    const greater = $arrayGet(values, below);
    if (value >= greater) return;
    $arraySet(values, at, greater);
    $arraySet(values, below, value);
    at = below;
  }
}
