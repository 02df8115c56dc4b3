function fibonacci(n: i32): i32 {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

function ackermann(m: i32, n: i32): i32 {
  if (m == 0) return n + 1;
  if (n == 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

function takeuchi(x: i32, y: i32, z: i32): i32 {
  if (y >= x) return z;
  return takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y));
}

export function benchmark(size: i32): f64 {
  let sum = 0.0;
  for (let round = 0; round < size; round++) {
    sum += fibonacci(24 + (round % 2)) + ackermann(2, 100 + round) + takeuchi(12, 6, round % 3);
  }
  return sum;
}
