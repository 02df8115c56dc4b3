// Brings the library of compiled TypeScript into the intermediate form, with the compiler as it has just been built: so that
// programs which compile TypeScript need not do that when they start.
import { writeLoweredLibrary } from "./generate.mjs";

const compiler = new URL("../packages/compiler/dist/", import.meta.url);
const { lowerLibraryToText } = await import(new URL("typescript/load-library.js", compiler));
const { librarySourceDigest } = await import(new URL("generated/library-source.js", compiler));
writeLoweredLibrary(librarySourceDigest, lowerLibraryToText());
