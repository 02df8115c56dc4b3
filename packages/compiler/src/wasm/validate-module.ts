import { loadBinaryen, withModule } from "./binaryen.ts";

/** Why Binaryen refuses a module, or undefined; the details of a validation error are printed by Binaryen. */
export async function validateModule(bytes: Uint8Array): Promise<string | undefined> {
  const library = await loadBinaryen();
  try {
    withModule(library, bytes, () => undefined);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
