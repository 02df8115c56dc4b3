/** What is done with the module. */
export const uses = {
  buf: (m) => {
    const b = new Uint8Array([1, 2, 3]).buffer;
    const r = m.buf(b);
    return [[...new Uint8Array(b)], [...new Uint8Array(r)]];
  },
  bigs: (m) => m.bigs(new BigInt64Array([5n, -7n])),
  f32: (m) => m.f32(3),
  same: (m) => {
    const a = new Int32Array([1, 2]);
    const r = m.dbl(a);
    return [a, r, r instanceof Int32Array, r.buffer.byteLength];
  },
  sum: (m) => m.sum(new Float64Array([1, 2.5])),
  bytes: (m) => m.bytes("ab"),
  dbl: (m) => m.dbl(new Int32Array([1, 2])),
  fill: (m) => {
    const a = new Uint8Array(3);
    m.fill(a, 7);
    return a;
  },
};
