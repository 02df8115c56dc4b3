import { compileReference } from "./compile.ts";

/**
 * Compiles a module that is a guest. One that is not trusted must have fuel.
 * @throws RuneError (as a rejection) with a code `module_…`.
 */
export async function compileGuest(bytes: Uint8Array, file: string, trusted: boolean): Promise<WebAssembly.Module> {
  if (!trusted) {
    const { checkFuel } = await import("../../fuel/index.ts");
    checkFuel(bytes, { file });
  }
  return compileReference(bytes, file);
}
