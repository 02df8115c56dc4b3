/** Clocks of file systems are this much behind that of the process, in milliseconds. */
const CLOCK_STEP = 20;

/** What is used of `node:fs/promises`. */
export interface RestartFileSystem {
  rm(path: string, options: { force: true }): Promise<void>;
  stat(path: string): Promise<{ ctimeMs: number }>;
  writeFile(path: string, text: string): Promise<void>;
}

/**
 * A file that a bundler watches so that it builds again when it is told to. esbuild notes how a watched file looks only
 * after a plugin has named it: what is edited while the plugin reads would be taken for what it has read.
 */
export interface RestartFile {
  /** Absolute path, as it was given. */
  readonly path: string;
  /** Notes that reading begins. */
  begin(): Promise<void>;
  /** Makes the bundler build again if one of `paths` has changed since. Paths that are gone are noticed by their folders. */
  check(paths: Iterable<string>): Promise<void>;
  remove(): Promise<void>;
}

/** `path` is that of a file that is nobody's, in the folder of the system for temporary files. */
export function createRestartFile(path: string, { rm, stat, writeFile }: RestartFileSystem): RestartFile {
  const remove = (): Promise<void> => rm(path, { force: true });
  /** When a file's content, name or rights last changed, in milliseconds. */
  const readChangeTime = async (changed: string): Promise<number> =>
    stat(changed).then(
      ({ ctimeMs }) => ctimeMs,
      () => 0,
    );
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
