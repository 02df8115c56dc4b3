import { IterableCodec } from "../iterable-codec.ts";
import { createLibraryCodec } from "./create-library-codec.ts";

/** How objects of JavaScript's library cross, errors apart. */
export interface LibraryCodecs {
  readonly createLibraryCodec: typeof createLibraryCodec;
  readonly IterableCodec: typeof IterableCodec;
}

/** What only modules need whose interface has such types. */
export const libraryCodecs: LibraryCodecs = { createLibraryCodec, IterableCodec };
