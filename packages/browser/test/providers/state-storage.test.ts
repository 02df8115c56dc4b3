import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createStateStorage } from "../../src/providers/state-storage.ts";

/** As much of the browser's `Storage` as is used: its keys are its own enumerable properties. */
function createFakeStorage(): Storage {
  return Object.create({
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  }) as Storage;
}

const bytes = fc.oneof(
  fc.uint8Array(),
  fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(text)),
);

test("gives back any bytes under any key", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bytes, bytes), { maxLength: 8 }), (entries) => {
      const storage = createFakeStorage();
      const state = createStateStorage("app", () => storage);
      const model = new Map<string, Uint8Array>();
      for (const [key, value] of entries) {
        state.set(key, value);
        model.set(key.join(), value);
      }
      for (const [key] of entries) expect(state.get(key)).toEqual(model.get(key.join()));
    }),
  );
});

test("keeps apps apart, and text readable", () => {
  const storage = createFakeStorage();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const one = createStateStorage("one", () => storage);
  const two = createStateStorage("one.two", () => storage);
  one.set(encode("k"), encode("grün"));
  two.set(encode("k"), encode("2"));
  expect({ ...storage }).toEqual({ "rune:one:tk": "tgrün", "rune:one.two:tk": "t2" });
  expect(one.delete(encode("missing"))).toBe(false);
  one.clear();
  expect(one.get(encode("k"))).toBeUndefined();
  expect(two.get(encode("k"))).toEqual(encode("2"));
  expect(two.delete(encode("k"))).toBe(true);
});

test("lets the failure of a denied storage out", () => {
  const state = createStateStorage("app", () => {
    throw new DOMException("denied", "SecurityError");
  });
  expect(() => state.get(new Uint8Array())).toThrow("denied");
});
