import { compileTypeScript } from "@rune/compiler/typescript";
import type { ModuleInterface } from "@rune/schema";
import { optimizeModule } from "../../packages/compiler/dist/wasm/index.js";

/** Compiles a text for release: with Binaryen, without names. */
export async function compileRelease(
  source: string,
  file = "main.ts",
  readFile: (path: string) => string | undefined = () => undefined,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; interface: ModuleInterface }> {
  const { module, diagnostics } = compileTypeScript({ file, source, readFile });
  if (!module) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { bytes: new Uint8Array(await optimizeModule(module.bytes)), interface: module.interface };
}
