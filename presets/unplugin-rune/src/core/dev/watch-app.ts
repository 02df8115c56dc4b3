import { Buffer } from "node:buffer";
import { statSync } from "node:fs";
import { basename, dirname, normalize, sep } from "node:path";
import type { BuildError } from "@rune/schema";
import type { BuiltApp } from "unplugin-rune-package";
import type { HotPayload, ViteDevServer } from "vite";
import { findChangedStyles, STYLES_EVENT } from "./changed-styles.ts";
import { LOADED_EVENT, SWAP_EVENT, type LoadedPage } from "./dev-entry.ts";
import type { FailurePrinter } from "./dev-failures.ts";
import { buildSession, createOverlayError, type DevSession } from "./dev-session.ts";

/** Milliseconds without a change before all is built and checked: an editor's save is several events, and watchers miss some of those that come together. */
const QUIET = 60;

/** Milliseconds that pages have for taking in an edit, before the types of it are checked. */
const SHOWING = 250;

/**
 * Shows an edit as soon as there is something to show of it, and what is wrong once edits are over.
 *
 * @param hasPages whether the app has host pages, which take in edits; those of the project's own are loaded again
 */
export function watchApp(
  server: ViteDevServer,
  session: DevSession,
  failures: FailurePrinter,
  hasPages: boolean,
): void {
  const { directory } = session.builder;
  const { root } = server.config;
  const settings = /^(package|tsconfig.*)\.json$/;
  let timer: NodeJS.Timeout | undefined;
  let isPreviewing = false;
  /** What the last whole build failed at. */
  let failure: BuildError | undefined;
  /** There may be pages that show what a build failed at. */
  let isFailureShown = false;
  let generation = 0;
  let isRebuilding = false;
  /** Connections of host pages. */
  const hosts = new WeakSet<object>();
  /** What pages were told of last; before that, they show what is good when they are loaded. */
  let shown: BuiltApp | undefined;

  async function preview(): Promise<void> {
    if (isPreviewing || !session.lastGood) return;
    isPreviewing = true;
    try {
      const built = await session.builder.preview();
      if (!built.sealed) return;
      show(built, session.lastGood);
      if (timer) rebuildIn(SHOWING);
    } catch {
      // The build that follows says why.
    } finally {
      isPreviewing = false;
    }
  }

  function rebuildIn(ms: number): void {
    clearTimeout(timer);
    // What is about to be shown comes first.
    timer = setTimeout(() => (isPreviewing ? rebuildIn(QUIET) : void rebuild()), ms);
  }

  async function rebuild(): Promise<void> {
    const mine = ++generation;
    timer = undefined;
    session.builder.invalidate();
    // What is still wrong after a change is told again.
    session.failed = undefined;
    const before = session.lastGood;
    isRebuilding = true;
    const error = await buildSession(session);
    if (mine !== generation) return;
    isRebuilding = false;
    failures.forget();
    const isMended = isFailureShown;
    failure = error;
    isFailureShown = error !== undefined;
    if (error) tell({ type: "error", err: createOverlayError(error) });
    else if (session.lastGood) show(session.lastGood, before, isMended);
  }

  /** Tells the pages that may show the app: host pages of another one do not. */
  function tell(payload: HotPayload): void {
    for (const client of server.ws.clients) if (hasPages || !hosts.has(client)) client.send(payload);
  }

  /** Brings a good build to the pages that are open, where it is another one than they show, or where they show what has been `isMended`. */
  function show(after: BuiltApp, loaded: BuiltApp | undefined, isMended = false): void {
    const before = shown ?? loaded;
    session.lastGood = shown = after;
    if (before?.sealed && before.sealed.root === after.sealed?.root && !isMended) return;
    if (!hasPages) return tell({ type: "full-reload" });
    const styles = before && findChangedStyles(before, after, `${server.config.base}${after.id}.rune/`);
    if (styles) tell({ type: "custom", event: STYLES_EVENT, data: styles });
    // Pages know best what they can take in.
    else if (before) tell({ type: "custom", event: SWAP_EVENT, data: listChangedFiles(before, after) });
    else tell({ type: "full-reload", path: "*" });
  }

  // A page may have been on its way when there was another build.
  server.ws.on(LOADED_EVENT, (page: LoadedPage | null, client) => {
    hosts.add(client);
    if (!hasPages) return;
    if (page?.failed) isFailureShown = true;
    // Under what is shown of it the page is brought up to date when it is mended.
    if (failure) {
      if (!page?.failed) client.send({ type: "error", err: createOverlayError(failure) });
      return;
    }
    const isOld = shown?.sealed && page?.root !== shown.sealed.root;
    // The page's own build may be the only one that there has been; one that runs tells all pages what comes of it.
    const isMended = page?.failed && !isRebuilding && session.failed === undefined;
    if (isOld || isMended) client.send(SWAP_EVENT, {});
  });
  server.watcher.add(directory);
  server.watcher.on("all", (event, path) => {
    // One that is new, or that a build which failed did not get to, is no dependency yet.
    const isSetting = dirname(path) === normalize(root) && settings.test(basename(path));
    const isOfApp = path === directory || path.startsWith(directory + sep);
    const isRead = session.dependencies.has(path) || session.dependencies.has(dirname(path));
    if (!isOfApp && !isSetting && !isRead) return;
    rebuildIn(QUIET);
    // One that is empty is about to be written.
    if (event === "change" && isOfApp && statSync(path, { throwIfNoEntry: false })?.size) void preview();
  });
  server.httpServer?.on("close", () => clearTimeout(timer));
}

/** Files of a package that are others than before, base64 by path. */
function listChangedFiles({ sealed: before }: BuiltApp, { sealed: after }: BuiltApp): Record<string, string> {
  const [old, next] = [before?.manifest.files ?? {}, after?.manifest.files ?? {}];
  const changed = [...(after?.files ?? [])].filter(
    // The manifest names all files but itself.
    ([path]) => !next[path] || next[path].integrity !== old[path]?.integrity,
  );
  return Object.fromEntries(changed.map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]));
}
