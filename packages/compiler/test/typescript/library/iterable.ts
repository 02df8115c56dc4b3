/** Lets instances of a library class be iterated by JavaScript, as compiled code iterates over them. */
export function makeIterable(...classes: { prototype: { ["@@iterator"](): unknown } }[]): void {
  for (const { prototype } of classes) {
    Object.defineProperty(prototype, Symbol.iterator, {
      configurable: true,
      value(this: typeof prototype) {
        return this["@@iterator"]();
      },
    });
  }
}
