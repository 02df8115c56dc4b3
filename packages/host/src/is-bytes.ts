const { get } = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype) as object,
  Symbol.toStringTag,
) as { get: (this: unknown) => string | undefined };

/** Whether a value is a byte array: by what the engine knows of it, not by its prototypes, which could be anybody's. */
export function isBytes(value: unknown): value is Uint8Array {
  return get.call(value) === "Uint8Array";
}
