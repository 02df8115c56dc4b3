/** What is used of Node's `process`, where there is one. */
interface NodeProcess {
  getBuiltinModule(name: "node:fs/promises"): { readFile(path: URL): Promise<Uint8Array> };
}

/**
 * The bytes of a module: decoded from base64, or read from a URL.
 * @throws Error when the URL gives none.
 */
export async function readBytes(source: string | URL): Promise<Uint8Array> {
  if (typeof source === "string") return Uint8Array.from(atob(source), (char) => char.charCodeAt(0));
  if (source.protocol === "file:") {
    // An import would be one for every bundler to resolve, also where this runs in a page. Node's `fetch` reads no files.
    const { process } = globalThis as unknown as { process?: NodeProcess };
    if (process) return process.getBuiltinModule("node:fs/promises").readFile(source);
  }
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source.href} was not found: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
