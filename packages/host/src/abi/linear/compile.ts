/** Compiles a module with linear memory, for which engines need no options. */
export async function compile(bytes: Uint8Array): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes);
}
