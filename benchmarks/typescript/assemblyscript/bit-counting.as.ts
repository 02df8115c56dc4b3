function countBits(value: i32): i32 {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  rest = (rest + (rest >>> 4)) & 0x0f0f0f0f;
  return (rest * 0x01010101) >>> 24;
}

function reverseBits(value: i32): u32 {
  let result: u32 = 0;
  let rest: u32 = value;
  for (let bit = 0; bit < 32; bit++) {
    result = (result << 1) | (rest & 1);
    rest >>>= 1;
  }
  return result;
}

export function benchmark(size: i32): f64 {
  let state: i32 = 0x12345678;
  let sum = 0;
  for (let step = 0; step < size; step++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    sum += countBits(state) + clz(state);
    if ((step & 31) == 0) sum += <i32>(reverseBits(state) % 97);
    if ((state & -state) == 1) sum ^= step & 0xff;
  }
  return <f64>sum + <f64>(<u32>state);
}
