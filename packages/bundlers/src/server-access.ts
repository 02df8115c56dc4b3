import { isInside } from "./is-inside.ts";

/** What is used of Vite's configuration. */
interface ServerConfig {
  command: string;
  server: { fs: { strict?: boolean | undefined; allow: readonly string[] } };
}

/** Which files a development server may give to whoever asks. */
export type MayServe = (path: string) => boolean;

/**
 * What Vite's options `server.fs` say; `undefined` where there is no limit. The server checks what it reads itself, and not what a plugin
 * loads for it.
 */
export function createServerAccess(config: ServerConfig): MayServe | undefined {
  const { strict, allow } = config.server.fs;
  if (config.command === "build" || !strict) return undefined;
  // What Vite exports for this is not found by a plugin of a project that has Vite by another package, such as Vitest.
  const { fsDenyGlob } = config as { fsDenyGlob?: (path: string) => boolean };
  return (path) => !fsDenyGlob?.(path) && allow.some((folder) => isInside(folder, path));
}

/** The error for a file that may not be served. */
export function formatUnserved(plugin: string, path: string): Error {
  return new Error(
    `${plugin}: ${path} may not be served: Vite's options \`server.fs.allow\` and \`server.fs.deny\` say which files may`,
  );
}
