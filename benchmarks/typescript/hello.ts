import { compileAssemblyScript } from "./compile-assemblyscript.ts";
import { compileRelease } from "./compile-release.ts";

const source = "export function hello(name: string): string {\n  return `Hello, ${name}!`;\n}\n";

/** Bytes of the smallest program that works with text. */
export async function measureHello(): Promise<{ rune: number; assemblyScript: number }> {
  const [rune, assemblyScript] = await Promise.all([
    compileRelease(source),
    compileAssemblyScript(source, { flags: ["-Oz"] }),
  ]);
  return { rune: rune.bytes.length, assemblyScript: assemblyScript.length };
}
