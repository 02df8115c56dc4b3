import { engineUnsuitable } from "./messages.ts";

/** What an engine that has them provides by itself: functions on strings, and strings that are imports' names. */
const OPTIONS = { builtins: ["js-string"], importedStringConstants: "'" } as const;

/** The shortest module that has a struct type. */
const PROBE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x03, 0x01, 0x5f, 0x00);

/**
 * Compiles a module that works with references. Where the engine lacks the string builtins, what they provide stays among the module's
 * imports, and `createReferenceImports` gives it.
 * @throws RuneError (as a rejection) where the engine cannot run such modules at all.
 */
export async function compileReference(bytes: Uint8Array, file: string): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes, OPTIONS);
  } catch (error) {
    throw WebAssembly.validate(PROBE) ? error : engineUnsuitable(file, error);
  }
}
