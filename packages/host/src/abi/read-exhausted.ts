import { FUEL_SECTION } from "./fuel-names.ts";

/**
 * Number of the function that stops a module without fuel, if its section begins with it as compilers write it: a kind, and the number in one
 * byte or two. It only tells what to call the error of a module that stops while it starts.
 */
export function readExhausted(module: WebAssembly.Module): number | undefined {
  const [section] = WebAssembly.Module.customSections(module, FUEL_SECTION);
  if (!section) return undefined;
  const [, low = 0, high = 0] = new Uint8Array(section);
  return low < 128 ? low : (low & 127) + high * 128;
}
