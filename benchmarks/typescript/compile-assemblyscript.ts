import { main } from "assemblyscript/asc";

/** How AssemblyScript is asked to compile. */
export interface AssemblyScriptOptions {
  /** More command-line options. */
  flags?: readonly string[];
}

/** Compiles a text with AssemblyScript in this process: optimised for speed, with its garbage collector. */
export async function compileAssemblyScript(
  source: string,
  { flags = ["-O3", "--runtime", "incremental"] }: AssemblyScriptOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  let binary: Uint8Array | undefined;
  const args = ["main.ts", "--outFile", "main.wasm", "--exportRuntime", ...flags];
  const { error, stderr } = await main(args, {
    readFile: (name) => (name === "main.ts" ? source : null),
    writeFile: (name, contents) => {
      if (name === "main.wasm" && typeof contents !== "string") binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`AssemblyScript: ${error?.message ?? "nothing was written"}\n${stderr}`);
  return new Uint8Array(binary);
}

/** Instantiates what AssemblyScript made. */
export function instantiateAssemblyScript(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Exports {
  const abort = (): never => {
    throw new Error("AssemblyScript aborted");
  };
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { abort, seed: () => 1 } }).exports;
}
