export function benchmark(size: i32): f64 {
  const steps = size % 2 == 0 ? size : size + 1;
  const width = 4.0 / steps;
  let sum = 0.0;
  for (let index = 0; index <= steps; index++) {
    const x = index * width;
    const y = (x * x - 2 * x + 3) / (1 + x * x);
    const weight = index == 0 || index == steps ? 1.0 : index % 2 == 1 ? 4.0 : 2.0;
    sum += weight * y;
  }
  return (sum * width) / 3;
}
