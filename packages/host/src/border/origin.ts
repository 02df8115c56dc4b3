/** Every copy of the host has the same. */
const ORIGIN = Symbol.for("rune.origin");

interface Marked {
  [ORIGIN]?: string;
}

/**
 * Lets `instanceof` take what another module has made with a class of the same origin as an instance too: two modules that import one file each
 * have its classes for themselves, but to who uses both they are the same.
 */
export function markOrigin(constructor: { prototype: object }, origin: string): void {
  Object.defineProperty(constructor.prototype, ORIGIN, { value: origin });
  Object.defineProperty(constructor, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      if (Function.prototype[Symbol.hasInstance].call(this as () => void, value)) return true;
      return this === constructor && comesFrom(value, origin);
    },
  });
}

function comesFrom(value: unknown, origin: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  for (let at: unknown = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at as object, ORIGIN) && (at as Marked)[ORIGIN] === origin) return true;
  }
  return false;
}
