import { RuneError, hostFunctions } from "@rune/schema";
import { quote } from "../quote.ts";

/**
 * Checks that a module cannot run for ever. What checks it loads with the first module that is not trusted.
 *
 * @param memoryPages most linear memory of a module that has some
 * @throws RuneError (as a rejection) with a code `module_…`.
 */
export async function assertFuel(bytes: Uint8Array, file: string, memoryPages?: number): Promise<void> {
  const { CodeProblem, checkFuel } = await import("../fuel/index.ts");
  try {
    checkFuel(bytes, { host: hostFunctions, memoryPages });
  } catch (error) {
    if (!(error instanceof CodeProblem)) throw error;
    throw new RuneError(error.code, error.describe(quote(file), quote), { data: { file, ...error.data } });
  }
}
