import type { Stats } from "node:fs";

/** How a file was when its content was known. */
export interface NotedFile {
  readonly stats: Pick<Stats, "size" | "mtimeMs" | "ctimeMs" | "ino">;
  /** When that was, in milliseconds. */
  readonly at: number;
}

/** Milliseconds within which two changes of a file may have the same times: as much as FAT counts in. */
const CLOCK_STEP = 2000;

/** Whether a file certainly has the content that was known. One that was noted right after a change could have been changed again at the same time. */
export function isUnchanged({ stats, at }: NotedFile, now: Stats): boolean {
  const { size, mtimeMs, ctimeMs, ino } = stats;
  const isSame = size === now.size && mtimeMs === now.mtimeMs && ctimeMs === now.ctimeMs && ino === now.ino;
  return isSame && at - Math.max(mtimeMs, ctimeMs) > CLOCK_STEP;
}
