import { parseInterface } from "./parse-interface.ts";

/** Names of the functions that a module exports, or that its interface says it does. */
export function listExports(module: WebAssembly.Module, file: string): string[] {
  const described = parseInterface(module, file);
  if (described) return described.exports.map(({ name }) => name);
  return WebAssembly.Module.exports(module)
    .filter(({ kind }) => kind === "function")
    .map(({ name }) => name);
}
