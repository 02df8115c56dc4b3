const memory = new Map<f64, f64>();

function stepsFrom(start: f64): f64 {
  if (memory.has(start)) return memory.get(start);
  const steps = 1 + stepsFrom(start % 2 == 0 ? start / 2 : 3 * start + 1);
  memory.set(start, steps);
  return steps;
}

export function benchmark(size: i32): f64 {
  const counts = new Map<f64, f64>();
  let state: f64 = 7;
  for (let index = 0; index < size; index++) {
    state = (state * 48271) % 2147483647;
    const key = state % 3000;
    counts.set(key, (counts.has(key) ? counts.get(key) : 0) + 1);
  }
  memory.clear();
  memory.set(1, 1);
  let checksum = 0.0;
  for (let start = 1; <f64>start < <f64>size / 20; start++) checksum += stepsFrom(start);
  const keys = counts.keys();
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    const count = counts.get(key);
    if (count % 2 == 0) counts.delete(key);
    else checksum += key * count;
  }
  const fractions = new Map<f64, f64>();
  for (let index = 0; <f64>index < <f64>size / 5; index++) fractions.set(<f64>(index % 500) / 8, index);
  return checksum + counts.size + memory.size + (fractions.has(12.625) ? fractions.get(12.625) : 0);
}
