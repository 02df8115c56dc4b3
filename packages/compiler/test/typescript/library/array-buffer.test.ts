import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import "./intrinsics-shim.ts";
import { ArrayBuffer as LibraryBuffer } from "../../../src/typescript/library/array-buffer.ts";
import { DataView as LibraryView } from "../../../src/typescript/library/data-view.ts";
import { Int32Array as LibraryInt32Array } from "../../../src/typescript/library/int32-array.ts";
import { Int8Array as LibraryInt8Array } from "../../../src/typescript/library/int8-array.ts";
import { Uint8Array as LibraryUint8Array } from "../../../src/typescript/library/uint8-array.ts";
import { actionDifferences, outcomeOf } from "./compare.ts";
import { asNative } from "./iterable.ts";
import type { AnyClass, Members } from "./typed-classes.ts";
import { bigints, integers, named, numbers, values } from "./typed-classes.ts";

const Bytes = asNative<Uint8ArrayConstructor>(LibraryUint8Array);

describe("buffers", () => {
  const classes = named([...integers, ...numbers.slice(-2), ...bigints]);

  interface Write {
    view: number;
    index: number;
    word: number;
  }
  const writes = fc.array(
    fc.record({
      view: fc.nat(classes.length),
      index: fc.nat(15),
      word: fc.oneof(fc.integer(), fc.constantFrom(0x7ff00000, 0x7f800001, 1, 2, -1, 0)),
    }),
    { minLength: 1, maxLength: 30 },
  );

  /** Makes views in an order, writes through them, and gives what all of them show. Floats are written through words only. */
  function run(buffer: object, types: AnyClass[], view: AnyClass, first: number, list: Write[]): unknown {
    const ordered = [...types.slice(first), ...types.slice(0, first)].map((type) => new type(buffer));
    const views = [...ordered.slice(-first || ordered.length), ...ordered.slice(0, ordered.length - first)];
    const all = types.map((type) => new type(buffer));
    for (const { view: at, index, word } of list) {
      const target = all[at];
      if (!target) {
        const data = new view(buffer) as unknown as DataView;
        data.setInt32(index % 13, word, word % 2 === 0);
      } else if (at < 7) target["fill"]!(word, index % target.length, (index % target.length) + 1);
      else if (at > 8) target["fill"]!(BigInt(word) * 65537n, index % target.length, (index % target.length) + 1);
    }
    const data = new view(buffer) as unknown as DataView;
    const shown = [0, 4, 8, 12].map((at) => data.getInt32(at, true));
    return [
      shown,
      ...all.map((each) => [...each]),
      views.map((each) => [...each]),
      data.getFloat64(3),
      data.getFloat32(5),
    ];
  }

  it("show through every view what was written through any", () => {
    fc.assert(
      fc.property(fc.nat(classes.length - 1), writes, (first, list) => {
        const ours = run(
          new LibraryBuffer(16),
          classes.map(([, type]) => type),
          LibraryView as unknown as AnyClass,
          first,
          list,
        );
        const theirs = run(
          new ArrayBuffer(16),
          classes.map(([, , type]) => type),
          DataView as unknown as AnyClass,
          first,
          list,
        );
        expect(ours).toStrictEqual(theirs);
      }),
      { numRuns: 500 },
    );
  });

  it("belong to the arrays that have none of their own", () => {
    const list = new LibraryInt32Array([1, 2, 3, 4]);
    const part = list.subarray(1, 3);
    expect(part.buffer).toBe(list.buffer);
    expect([part.byteOffset, part.byteLength, list.buffer.byteLength]).toStrictEqual([4, 8, 16]);
    part.fill(9);
    expect([...new Bytes(list.buffer as never)]).toStrictEqual([1, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 4, 0, 0, 0]);
  });

  it("are made and cut", () => {
    const lengths = [undefined, 0, 8, 7.9, "3", null, NaN, -1, {}];
    const lists = [[], [1], [2, 5], [-3, -1], [5, 2], [0, 99]];
    for (const length of lengths) {
      expect(
        actionDifferences(
          String(length),
          () => new LibraryBuffer(length).byteLength,
          () => new ArrayBuffer(length as number).byteLength,
        ),
      ).toStrictEqual([]);
    }
    for (const [, ours, theirs] of named(numbers)) {
      const buffers = [new ours([1, 2, 3]).buffer, new theirs([1, 2, 3]).buffer] as [LibraryBuffer, ArrayBuffer];
      for (const args of lists as [number?, number?][]) {
        expect([...new Bytes(buffers[0].slice(...args) as never)]).toStrictEqual([
          ...new Uint8Array(buffers[1].slice(...(args as [number]))),
        ]);
      }
    }
    expect([LibraryBuffer.isView(new LibraryInt8Array(1)), LibraryBuffer.isView(new LibraryBuffer(1))]).toStrictEqual([
      true,
      false,
    ]);
  });
});

describe("DataView", () => {
  const names = Object.getOwnPropertyNames(DataView.prototype);
  const types = names.filter((name) => name.startsWith("get") && name !== "getFloat16").map((name) => name.slice(3));

  it.each(types)("%s", (type) => {
    const items = type.startsWith("Big") ? [0n, -1n, 2n ** 63n, 12345678901234n] : values;
    const offsets = [0, 1, 3, 8, 15, 16, -1, 1.9, "2"];
    for (const item of items) {
      for (const offset of offsets) {
        for (const little of [undefined, true, false]) {
          const outcomes = [new LibraryView(new LibraryBuffer(16)), new DataView(new ArrayBuffer(16))].map((view) => {
            const members = view as unknown as Members;
            return outcomeOf(() => {
              members[`set${type}`]!(offset, item, little);
              const bytes = Array.from({ length: 16 }, (_, at) => view.getUint8(at));
              return [bytes, members[`get${type}`]!(offset, little), members[`get${type}`]!(offset, !little)];
            });
          });
          expect(outcomes[0]).toStrictEqual(outcomes[1]);
        }
      }
    }
  });

  it("is of a part of a buffer", () => {
    const lists = [[], [4], [4, 2], [8], [9], [-1], [4, 5], [0, -1]] as [number?, number?][];
    for (const args of lists) {
      const outcomes = [
        () => new LibraryView(new LibraryBuffer(8), ...args),
        () => new DataView(new ArrayBuffer(8), ...args),
      ].map((make) =>
        outcomeOf(() => {
          const view = make();
          return [view.byteOffset, view.byteLength, outcomeOf(() => view.getInt8(view.byteLength))];
        }),
      );
      expect(outcomes[0]).toStrictEqual(outcomes[1]);
    }
    expect(() => new LibraryView({} as LibraryBuffer)).toThrow("must be an ArrayBuffer");
  });
});
