const columns = 200;
const limit = 100;

function escapeTime(cx: f64, cy: f64): i32 {
  let x = 0.0;
  let y = 0.0;
  for (let step = 0; step < limit; step++) {
    const xx = x * x;
    const yy = y * y;
    if (xx + yy > 4) return step;
    y = 2 * x * y + cy;
    x = xx - yy + cx;
  }
  return limit;
}

export function benchmark(size: i32): f64 {
  let sum = 0.0;
  for (let row = 0; row < size; row++) {
    const cy = (<f64>row / size) * 2.4 - 1.2;
    for (let column = 0; column < columns; column++) sum += escapeTime((<f64>column / columns) * 3 - 2.2, cy);
  }
  return sum;
}
