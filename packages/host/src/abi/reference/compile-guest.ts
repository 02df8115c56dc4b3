import { RuneError, hostFunctions } from "@rune/schema";
import { quote } from "../../quote.ts";
import type { AbiChunks } from "../abi.ts";
import { compileReference } from "./compile.ts";

/**
 * Compiles a module that is a guest. One that is not trusted must have fuel.
 * @throws RuneError (as a rejection) with a code `module_…`.
 */
export async function compileGuest(
  bytes: Uint8Array,
  file: string,
  { trusted, chunks }: { trusted: boolean; chunks: AbiChunks },
): Promise<WebAssembly.Module> {
  if (!trusted) {
    const { CodeProblem, checkFuel } = await chunks.fuel();
    try {
      checkFuel(bytes, { host: hostFunctions });
    } catch (error) {
      if (!(error instanceof CodeProblem)) throw error;
      throw new RuneError(error.code, error.describe(quote(file), quote), { data: { file, ...error.data } });
    }
  }
  return compileReference(bytes, file);
}
