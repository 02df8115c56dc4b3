import { fileURLToPath } from "node:url";

/** Absolute path of what mounts the app of a host page, so that a project needs no dependency of its own on the runtime. */
export function findHostPage(): string {
  return fileURLToPath(import.meta.resolve("@rune/browser/host-page")).replaceAll("\\", "/");
}
