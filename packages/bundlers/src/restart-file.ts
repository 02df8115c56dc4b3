import { randomUUID } from "node:crypto";
import { rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Clocks of file systems are this much behind that of the process, in milliseconds. */
const CLOCK_STEP = 20;

/**
 * A file that a bundler watches so that it builds again when it is told to. esbuild notes how a watched file looks only
 * after a plugin has named it: what is edited while the plugin reads would be taken for what it has read.
 */
export interface RestartFile {
  /** Absolute path, in the system's folder for temporary files. */
  readonly path: string;
  /** Notes that reading begins. */
  begin(): Promise<void>;
  /** Makes the bundler build again if one of `paths` has changed since. Paths that are gone are noticed by their folders. */
  check(paths: Iterable<string>): Promise<void>;
  remove(): Promise<void>;
}

/** Names a file that is nobody else's. */
export function createRestartFile(): RestartFile {
  const path = join(tmpdir(), `rune-restart-${randomUUID()}`);
  const remove = (): Promise<void> => rm(path, { force: true });
  let begun = 0;
  return {
    path,
    remove,
    async begin() {
      await remove();
      begun = Date.now();
    },
    async check(paths) {
      const now = Date.now();
      const times = await Promise.all([...paths].map(readChangeTime));
      // One in the future is another clock's, and says nothing.
      const isStale = times.some((time) => time > begun - CLOCK_STEP && time <= now + CLOCK_STEP);
      if (isStale) await writeFile(path, "");
    },
  };
}

/** When a file's content, name or rights last changed, in milliseconds. */
async function readChangeTime(path: string): Promise<number> {
  return stat(path).then(
    ({ ctimeMs }) => ctimeMs,
    () => 0,
  );
}
