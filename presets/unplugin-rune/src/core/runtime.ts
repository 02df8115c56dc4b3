import { fileURLToPath } from "node:url";

/** Absolute path of a module of the runtime, such as `@rune/browser/hot`, so that a project needs no dependency of its own on it. */
export function findRuntime(module: string): string {
  return fileURLToPath(import.meta.resolve(module)).replaceAll("\\", "/");
}
