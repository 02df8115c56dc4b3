class Own {}

/** What is done with the module. */
export const uses = {
  classes: (m) =>
    [Promise.resolve(), new Uint8Array([1, 2]), new Float64Array([0.5]), new ArrayBuffer(3), [1], new Own()].map(
      m.classOf,
    ),
  views: (m) => [new Uint8Array(1), new Int16Array(1), new DataView(new ArrayBuffer(1)), [1], {}, 1].map(m.isView),
  changed: (m) => {
    const bytes = new Uint8Array([1, 2]);
    return [m.clear(bytes) === bytes, bytes];
  },
  settled: async (m) => [
    await m.settled(Promise.resolve({ a: [1] })),
    await m.settled(Promise.reject(new Error("no"))),
    await m.settled(1),
  ],
  tags: (m) => [{}, [], new Map(), new Date(0), /a/, new Error("e"), new Uint8Array(1), Promise.resolve()].map(m.tagOf),
  plain: (m) => [{}, { constructor: Own }, new Own(), [], new Map()].map(m.isPlain),
  symbols: (m) => m.symbols({ a: 1 }),
  sizes: (m) => [m.sizeOf({ size: 1 }), m.sizeOf("text")],
};
