/** A library class that instances of JavaScript's class can be compared with: JavaScript can iterate over its instances too. */
export function asNative<Native>(library: { prototype: { ["@@iterator"]?(): unknown } }): Native {
  if (library.prototype["@@iterator"]) {
    Object.defineProperty(library.prototype, Symbol.iterator, {
      configurable: true,
      value(this: { ["@@iterator"](): unknown }) {
        return this["@@iterator"]();
      },
    });
  }
  return library as unknown as Native;
}
