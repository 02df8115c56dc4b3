import type binaryen from "binaryen";

/** The library. */
export type Binaryen = typeof binaryen;

/** A module in the library's own memory. */
export type BinaryenModule = InstanceType<Binaryen["Module"]>;

/** What Binaryen 132 really offers: features are a second argument, where 131 and the declared types have a function of its own for binaries. */
interface Readers {
  readBinary: (bytes: Uint8Array, features: number) => BinaryenModule;
  readBinaryWithFeatures?: (bytes: Uint8Array, features: number) => BinaryenModule;
  parseText: (text: string, features: number) => BinaryenModule;
}

/** Thirteen megabytes, so only where it is needed. */
export async function loadBinaryen(): Promise<Binaryen> {
  return (await import("binaryen")).default;
}

/**
 * Reads a module, as bytes or text, validates it, uses it and frees it.
 *
 * @throws {Error} if the module cannot be read or is invalid
 */
export function withModule<T>(library: Binaryen, source: Uint8Array | string, use: (module: BinaryenModule) => T): T {
  const module = readModule(library, source);
  try {
    module.setFeatures(featuresOf(library));
    if (!module.validate()) throw new Error("Binaryen finds the module invalid.");
    return use(module);
  } finally {
    module.dispose();
  }
}

/** Features are given before reading: without them Binaryen makes locals of its own, of more general types. */
function readModule(library: Binaryen, source: Uint8Array | string): BinaryenModule {
  const readers: Readers = library;
  const readBinary = readers.readBinaryWithFeatures ?? readers.readBinary;
  try {
    return typeof source === "string"
      ? readers.parseText(source, featuresOf(library))
      : readBinary(source, featuresOf(library));
  } catch (error) {
    // Binaryen throws objects that are no errors.
    const { message = String(error) } = error as { message?: string };
    throw new Error(`Binaryen cannot read the module: ${message}`, { cause: error });
  }
}

/** By name: with all of them Binaryen writes imports in a form that engines refuse. */
function featuresOf({ Features }: Binaryen): number {
  return (
    Features.MutableGlobals |
    Features.NontrappingFPToInt |
    Features.BulkMemory |
    Features.BulkMemoryOpt |
    Features.SignExt |
    Features.ExceptionHandling |
    Features.TailCall |
    Features.ReferenceTypes |
    Features.Multivalue |
    Features.GC |
    Features.ExtendedConst
  );
}
