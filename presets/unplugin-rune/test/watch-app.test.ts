import { EventEmitter } from "node:events";
import type { ViteDevServer } from "vite";
import type { BuiltApp } from "unplugin-rune-package/internal";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDevPages } from "../src/core/dev/dev-pages.ts";
import { createSession, type DevSession } from "../src/core/dev/dev-session.ts";
import { watchApp } from "../src/core/dev/watch-app.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server whose app is this folder, with one page, and an app that is another one in each build. */
function watch(send: (payload: { event?: string }) => void): {
  edit(): Promise<unknown>;
  errors: string[];
  session: DevSession;
} {
  let builds = 0;
  const build = (): Promise<BuiltApp> => {
    const sealed = { root: `sha256-${builds++}`, manifest: { files: {} }, files: new Map() };
    return Promise.resolve({ sealed, diagnostics: [], dependencies: [], folders: [] } as unknown as BuiltApp);
  };
  const builder = {
    directory: import.meta.dirname,
    build,
    preview: build,
    invalidate() {},
    createError: () => undefined,
  };
  const session = createSession(builder, { warn() {}, fail() {}, watch() {} });
  session.lastGood = { sealed: { root: "", manifest: { files: {} } } } as unknown as BuiltApp;
  const errors: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add() {} });
  const server = {
    config: { root: import.meta.dirname, logger: { error: (text: string) => errors.push(text) } },
    ws: { on() {}, clients: new Set([{ send }]) },
    watcher,
  } as unknown as ViteDevServer;
  watchApp(server, session, createDevPages(server, session, true), { forget() {} });
  return {
    errors,
    session,
    async edit() {
      watcher.emit("all", "change", import.meta.filename);
      await vi.runAllTimersAsync();
    },
  };
}

test("an edit that pages cannot be told of is said to be one, and the next one shows", async () => {
  const told: unknown[] = [];
  let isBroken = true;
  const { edit, errors } = watch(({ event }) => {
    if (isBroken) throw new Error("the page has gone");
    told.push(event);
  });
  await edit();
  // As it is written, and when it has been checked.
  expect(errors).toEqual(Array(2).fill(expect.stringContaining("the page has gone")));
  isBroken = false;
  await edit();
  expect(told).toEqual(["rune:swap", "rune:swap"]);
  expect(errors).toHaveLength(2);
});

test("a server that has been closed brings nothing to pages, and builds no more", async () => {
  const told: unknown[] = [];
  const { edit, session, errors } = watch(({ event }) => void told.push(event));
  session.isClosed = true;
  const build = vi.spyOn(session.builder, "build");
  await edit();
  expect([told, errors, build.mock.calls]).toEqual([[], [], []]);
});
