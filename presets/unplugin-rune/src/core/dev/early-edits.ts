import { statSync } from "node:fs";
import type { ViteDevServer } from "vite";

/** When it is looked whether files have changed, in milliseconds after they were named: a watcher takes up to a second until it watches them. */
const LOOKS = [100, 250, 500, 1000, 2000];

/** Clocks of file systems are this much behind that of the process, in milliseconds. */
const CLOCK_STEP = 20;

/** Takes absolute paths of files and folders, and the time, in milliseconds, at which they were about to be read. */
export type NoticeEarlyEdits = (paths: readonly string[], since: number) => void;

/** Has a watcher tell of edits, too, that come before it watches what has been named to it: it tells of none of those by itself. */
export function noticeEarlyEdits(watcher: Pick<ViteDevServer["watcher"], "emit">): NoticeEarlyEdits {
  /** When each path was last seen to have changed. */
  const times = new Map<string, number>();
  return (paths, since) => {
    const added = paths.filter((path) => !times.has(path));
    if (added.length === 0) return;
    for (const path of added) times.set(path, Math.min(readChangeTime(path), since - CLOCK_STEP));
    const look = (): void => {
      for (const path of added) {
        const time = readChangeTime(path);
        const isChanged = time > (times.get(path) ?? 0);
        times.set(path, time);
        if (!isChanged) continue;
        watcher.emit("change", path);
        watcher.emit("all", "change", path);
      }
    };
    for (const ms of LOOKS) setTimeout(look, ms).unref();
  };
}

/** When a file's content, name or rights last changed, in milliseconds. That one is gone tells its folder. */
function readChangeTime(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;
  } catch {
    return 0;
  }
}
