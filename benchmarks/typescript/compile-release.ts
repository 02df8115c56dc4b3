import { compileTypeScriptRelease } from "@rune/compiler/typescript";
import type { ModuleInterface } from "@rune/schema";

/** How a text is compiled. */
export interface CompileReleaseOptions {
  file?: string;
  /** Whether the module counts what it does. */
  fuel?: boolean;
}

/** Compiles a text as release builds do: with Binaryen, without names. */
export async function compileRelease(
  source: string,
  { file = "main.ts", fuel = false }: CompileReleaseOptions = {},
): Promise<{ bytes: Uint8Array<ArrayBuffer>; interface: ModuleInterface }> {
  const { module, diagnostics } = await compileTypeScriptRelease({ file, source, readFile: () => undefined }, { fuel });
  if (!module) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { bytes: new Uint8Array(module.bytes), interface: module.interface };
}
