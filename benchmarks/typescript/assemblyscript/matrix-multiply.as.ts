const order = 120;

function multiply(left: f64[][], right: f64[][]): f64[][] {
  const result: f64[][] = [];
  for (let row = 0; row < order; row++) {
    const line: f64[] = [];
    for (let column = 0; column < order; column++) {
      let sum = 0.0;
      for (let index = 0; index < order; index++) sum += left[row][index] * right[index][column];
      line.push(sum);
    }
    result.push(line);
  }
  return result;
}

export function benchmark(size: i32): f64 {
  let product: f64[][] = [];
  const factor: f64[][] = [];
  for (let row = 0; row < order; row++) {
    const first: f64[] = [];
    const second: f64[] = [];
    for (let column = 0; column < order; column++) {
      first.push(row == column ? 1.0 : 0.01);
      second.push(<f64>((row * 7 + column * 3) % 11) / 600);
    }
    product.push(first);
    factor.push(second);
  }
  let sum = 0.0;
  for (let round = 0; round < size; round++) {
    product = multiply(product, factor);
    sum += product[round % order][(round * 5) % order];
  }
  return sum;
}
