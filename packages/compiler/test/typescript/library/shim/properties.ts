import { Array as LibraryArray } from "../../../../src/typescript/library/array.ts";
import { LibraryIterator } from "../../../../src/typescript/library/iteration.ts";
import { Object as LibraryObject } from "../../../../src/typescript/library/object.ts";

type Properties = Record<string, unknown>;

/** Properties by name. */
export const propertyIntrinsics = {
  $propertyCount: (object: object): number => Object.keys(object).length,
  $propertyName: (object: object, at: number): string | undefined => Object.keys(object)[at],
  $propertyValue: (object: Properties, at: number): unknown => object[Object.keys(object)[at]!],
  $getProperty: (object: Properties, key: string): unknown => object[key],
  $setProperty(object: Properties, key: string, value: unknown): void {
    object[key] = value;
  },
  $hasOwn: (object: object, key: string): boolean => Object.hasOwn(object, key),
  $hasAccessors: (object: object): boolean =>
    Object.values(Object.getOwnPropertyDescriptors(object)).some(({ get }) => get !== undefined),
  $hasSymbolKeys: (object: object): boolean => Object.getOwnPropertySymbols(object).length > 0,
  $deleteProperty: (object: Properties, key: string): boolean => delete object[key],
  $eachProperty(object: Properties, visitor: (...args: unknown[]) => void, ...context: unknown[]): void {
    for (const name of Object.keys(object)) visitor(object[name], name, `${JSON.stringify(name)}:`, ...context);
  },
  // Nobody watches, and nothing is of another side.
  $changed(): void {},
  $readHost(): void {},
  $eachSymbol(object: object, visitor: (...args: unknown[]) => void, ...context: unknown[]): void {
    for (const key of Object.getOwnPropertySymbols(object)) visitor(object[key as never], key, "", ...context);
  },
  // Objects have room for all properties.
  $hasMore: (): boolean => false,
  $more: (): undefined => undefined,
  $reachesItself: (): boolean => true,
  $sameObject: (a: unknown, b: unknown): boolean => a === b,
  $same: (a: object, b: object): boolean => a === b,
  $className: (object: object): string => object.constructor.name,
  $functionName: (callee: { name: string }): string => callee.name,
  $functionLength: (callee: { length: number }): number => callee.length,
};

function define(prototype: object, name: string | symbol, descriptor: PropertyDescriptor): void {
  Object.defineProperty(prototype, name, { configurable: true, enumerable: false, ...descriptor });
}

/** Lets JavaScript's own objects have what the library calls by the names of well-known symbols, and the library's objects the symbols. */
export function defineSymbolNames(): void {
  define(Object.prototype, "@@toPrimitive", {
    writable: true,
    value(this: { [Symbol.toPrimitive]?: (hint: string) => unknown }, hint: "default" | "number" | "string"): unknown {
      const exotic = this[Symbol.toPrimitive];
      return exotic ? exotic.call(this, hint) : LibraryObject.prototype["@@toPrimitive"].call(this as never, hint);
    },
  });
  for (const name of ["@@copyTo", "@@json"] as const) {
    define(Object.prototype, name, { writable: true, value: LibraryObject.prototype[name] });
  }
  define(Array.prototype, "@@json", { writable: true, value: LibraryArray.prototype["@@json"] });
  define(Object.prototype, "@@iterator", {
    get(this: { [Symbol.iterator]?: unknown }) {
      return this[Symbol.iterator];
    },
    set(this: object, value: unknown) {
      define(this, "@@iterator", { value, writable: true });
    },
  });
  define(Object.prototype, "@@toStringTag", {
    get(this: { [Symbol.toStringTag]?: string }) {
      return this[Symbol.toStringTag] ?? "Object";
    },
  });
  define(LibraryIterator.prototype, Symbol.iterator, {
    value(this: LibraryIterator<unknown>) {
      return this["@@iterator"]();
    },
  });
}
