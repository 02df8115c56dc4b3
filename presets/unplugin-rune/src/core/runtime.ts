import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the browser runtime, so that a project needs no dependency of its own on it. */
export function findRuntime(): string {
  return fileURLToPath(import.meta.resolve("@rune/browser")).replaceAll("\\", "/");
}

/** Files that change only when packages are installed: a build that watches need not look at them, which are most of its modules. */
export function listInstalled(): RegExp[] {
  // The packages of the runtime are beside each other, wherever they are.
  const packages = dirname(dirname(dirname(findRuntime())));
  const escaped = packages.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll("/", "[\\\\/]");
  return [/[\\/]node_modules[\\/]/, new RegExp(`^${escaped}[\\\\/]`)];
}
