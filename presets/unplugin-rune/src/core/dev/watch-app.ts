import { statSync } from "node:fs";
import { basename, dirname, normalize, sep } from "node:path";
import { QUIET } from "@rune/bundlers";
import type { BuiltApp } from "unplugin-rune-package/internal";
import type { ViteDevServer } from "vite";
import type { FailurePrinter } from "./dev-failures.ts";
import type { DevPages } from "./dev-pages.ts";
import { buildSession, type DevSession } from "./dev-session.ts";

/** Milliseconds that pages have for taking in an edit, before the types of it are checked. */
const SHOWING = 250;

/** Has pages show an edit as soon as there is something to show of it, and what is wrong once edits are over. */
export function watchApp(server: ViteDevServer, session: DevSession, pages: DevPages, failures: FailurePrinter): void {
  const { directory } = session.builder;
  const { root, logger } = server.config;
  const settings = /^(package|tsconfig.*)\.json$/;
  let timer: NodeJS.Timeout | undefined;
  let isPreviewing = false;
  /** There was another edit while one was about to be shown. */
  let isStale = false;
  let generation = 0;

  async function preview(path: string): Promise<void> {
    if (session.isClosed) return;
    // A file that is empty is about to be written.
    if (!statSync(path, { throwIfNoEntry: false })?.size) return;
    isStale = isPreviewing;
    if (isPreviewing) return session.builder.invalidate();
    if (!session.lastGood) return;
    isPreviewing = true;
    let built: BuiltApp | undefined;
    try {
      do {
        isStale = false;
        // Why there may be none says the build that follows.
        built = await session.builder.preview().catch(() => undefined);
        if (built?.sealed) pages.show(built);
      } while (isStale);
    } finally {
      isPreviewing = false;
    }
    if (timer && built?.sealed) rebuildIn(SHOWING);
  }

  function rebuildIn(ms: number): void {
    clearTimeout(timer);
    if (session.isClosed) return;
    // What is about to be shown comes first.
    timer = setTimeout(() => (isPreviewing ? rebuildIn(QUIET) : void rebuild().catch(tellFailure)), ms);
  }

  async function rebuild(): Promise<void> {
    if (session.isClosed) return;
    const mine = ++generation;
    timer = undefined;
    session.builder.invalidate();
    // What is still wrong after a change is told again.
    session.failed = undefined;
    pages.expect();
    const error = await buildSession(session);
    if (mine !== generation || session.isClosed) return;
    failures.forget();
    pages.settle(error);
  }

  /** What is wrong with the app itself is told as such: this is a failure of the server, which goes on. */
  function tellFailure(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    logger.error(`rune: an edit could not be brought to the pages: ${text}`, { timestamp: true });
  }

  server.watcher.add(directory);
  server.watcher.on("all", (event, path) => {
    // One that is new, or that a build which failed did not get to, is no dependency yet.
    const isSetting = dirname(path) === normalize(root) && settings.test(basename(path));
    const isOfApp = path === directory || path.startsWith(directory + sep);
    const isRead = session.dependencies.has(path) || session.dependencies.has(dirname(path));
    if (!isOfApp && !isSetting && !isRead) return;
    rebuildIn(QUIET);
    if (event === "change" && isOfApp) preview(path).catch(tellFailure);
  });
}
