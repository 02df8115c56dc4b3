import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noticeEarlyEdits, type NoticeEarlyEdits } from "../src/core/dev/early-edits.ts";

let folder: string;
let file: string;
let events: string[];
let notice: NoticeEarlyEdits;

beforeEach(() => {
  // Files have the true time.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  folder = mkdtempSync(join(tmpdir(), "rune-early-"));
  file = join(folder, "a.ts");
  writeFileSync(file, "one");
  events = [];
  const emit = (event: string, ...args: string[]): boolean => events.push([event, ...args].join(" ")) > 0;
  notice = noticeEarlyEdits({ emit });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

it("tells of files that change after they were read, or while they are, and of no others", async () => {
  const before = Date.now() + 1000;
  notice([file, join(folder, "gone.ts")], before);
  await vi.runAllTimersAsync();
  expect(events).toEqual([]);
  const other = join(folder, "b.ts");
  writeFileSync(other, "one");
  notice([other], Date.now() - 10_000);
  await vi.runAllTimersAsync();
  expect(events).toEqual([`change ${other}`, `all change ${other}`]);
});

it("looks at each file only when it is new to the watcher", async () => {
  notice([file], Date.now() + 1000);
  await vi.runAllTimersAsync();
  notice([file], 0);
  expect(vi.getTimerCount()).toBe(0);
  await vi.runAllTimersAsync();
  expect(events).toEqual([]);
});
