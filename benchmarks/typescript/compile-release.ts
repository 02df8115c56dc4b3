import { compileTypeScript } from "@rune/compiler/typescript";
import { optimizeModule } from "../../packages/compiler/dist/wasm/index.js";

/** Compiles a text for release: with Binaryen, without names. */
export async function compileRelease(
  source: string,
  file = "main.ts",
  readFile: (path: string) => string | undefined = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { module, diagnostics } = compileTypeScript({ file, source, readFile });
  if (!module) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return new Uint8Array(await optimizeModule(module.bytes));
}
