function isPrimeTable(limit: i32): Uint8Array {
  const isPrime = new Uint8Array(limit + 1).fill(1);
  isPrime[0] = isPrime[1] = 0;
  for (let factor = 2; factor * factor <= limit; factor++) {
    if (isPrime[factor] == 0) continue;
    for (let multiple = factor * factor; multiple <= limit; multiple += factor) isPrime[multiple] = 0;
  }
  return isPrime;
}

export function benchmark(size: i32): f64 {
  const isPrime = isPrimeTable(size);
  let count = 0.0;
  for (let value = 2; value <= size; value++) count += isPrime[value];

  const flags: bool[] = [];
  const small = size / 10;
  for (let value = 0; value <= small; value++) flags.push(value > 1);
  for (let value = 2; value <= small; value++) {
    if (!flags[value]) continue;
    count += value % 10;
    for (let multiple = value * 2; multiple <= small; multiple += value) flags[multiple] = false;
  }
  return count;
}
