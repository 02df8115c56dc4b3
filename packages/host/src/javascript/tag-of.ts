import { uncurry } from "./uncurry.ts";

type Test = (value: unknown) => unknown;

/** What only objects of one class can be given to; none of it reads a property of the object. */
function tests(): [tag: string, test: Test][] {
  const getter = (prototype: object, name: PropertyKey): Test => {
    return uncurry(Object.getOwnPropertyDescriptor(prototype, name)!.get!);
  };
  const nothing = {};
  const typed = getter(Object.getPrototypeOf(Uint8Array.prototype) as object, Symbol.toStringTag);
  const has = (prototype: { has(key: object): boolean }): Test => {
    const method = uncurry(prototype.has) as (receiver: unknown, key: object) => boolean;
    return (value) => method(value, nothing);
  };
  return [
    ["Map", getter(Map.prototype, "size")],
    ["Set", getter(Set.prototype, "size")],
    ["Date", uncurry(Date.prototype.getTime) as Test],
    ["RegExp", getter(RegExp.prototype, "hasIndices")],
    ["WeakMap", has(WeakMap.prototype)],
    ["WeakSet", has(WeakSet.prototype)],
    ["ArrayBuffer", getter(ArrayBuffer.prototype, "byteLength")],
    ["DataView", getter(DataView.prototype, "byteLength")],
    ...typedArrays.map((name): [string, Test] => [
      name,
      (value) => {
        if (typed(value) !== name) throw nothing;
      },
    ]),
  ];
}

const typedArrays = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
];

const isPrototypeOf = uncurry(Object.prototype.isPrototypeOf) as (prototype: object, value: unknown) => boolean;
const known = tests();
const promises = Promise.prototype;
const errors = Error.prototype;

/** What `Object.prototype.toString` says of an object of the built-in classes; of others it only says that they are objects. */
export function tagOf(value: unknown): string {
  if (typeof value === "function") return "[object Function]";
  if (typeof value !== "object") return `[object ${(typeof value)[0]!.toUpperCase()}${(typeof value).slice(1)}]`;
  if (value === null) return "[object Null]";
  const found = known.find(([, test]) => passes(test, value));
  if (found) return `[object ${found[0]}]`;
  if (isPrototypeOf(errors, value)) return "[object Error]";
  return isPrototypeOf(promises, value) ? "[object Promise]" : "[object Object]";
}

function passes(test: Test, value: unknown): boolean {
  try {
    test(value);
    return true;
  } catch {
    return false;
  }
}
