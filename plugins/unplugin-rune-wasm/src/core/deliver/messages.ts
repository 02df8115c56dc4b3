/** For output that would have to compile a module while it runs, which its platform does not do. */
export function formatUnsuitable(file: string, format: string, remedy: string): Error {
  return new Error(
    `unplugin-rune-wasm: ${file} is built for Workers, which compile no WebAssembly while they run, and ${format} cannot import it: set ${remedy}`,
  );
}
