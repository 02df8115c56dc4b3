import { randomUUID } from "node:crypto";
import { existsSync, rmSync, watch, writeFileSync, type FSWatcher } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Notices files that come to be, for a bundler that watches only what is there. */
export interface Arrivals {
  /** Absolute path of a file that the bundler is to watch: it is written when one of those that are expected has come. */
  readonly signal: string;
  /** Says which files are expected from now on, by absolute paths. */
  expect(paths: readonly string[]): void;
  close(): void;
}

export function createArrivals(): Arrivals {
  const signal = join(tmpdir(), `rune-arrival-${randomUUID()}`);
  let watchers: FSWatcher[] = [];
  const tell = (): void => writeFileSync(signal, "");
  tell();

  function stop(): void {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  }

  return {
    signal,
    expect(paths) {
      stop();
      const check = (): void => {
        if (!paths.some((path) => existsSync(path))) return;
        stop();
        tell();
      };
      for (const folder of new Set(paths.map((path) => dirname(path)))) {
        try {
          watchers.push(watch(folder, { persistent: false }, check).on("error", stop));
        } catch {
          // It is not there, or the machine watches as much as it can: an arrival shows with the next build.
        }
      }
    },
    close() {
      stop();
      rmSync(signal, { force: true });
    },
  };
}
