import { Buffer } from "node:buffer";
import type { BuildError } from "@rune/schema";
import type { BuiltApp } from "unplugin-rune-package/internal";
import type { HotPayload, ViteDevServer } from "vite";
import type { LoadedPage } from "@rune/browser/dev-host";
import { createMessage, onMessage } from "./dev-messages.ts";
import { createOverlayError, type DevSession } from "./dev-session.ts";

/** The pages of a browser that show an app, and what they were told of it. */
export interface DevPages {
  /** Brings them a build that is good as far as it has been looked at. */
  show(built: BuiltApp): void;
  /** A whole build begins: what comes of it all pages will be told. */
  expect(): void;
  /** Tells them what came of it: an error, or the session's last good build. */
  settle(error: BuildError | undefined): void;
}

/**
 * Keeps the pages of an app at its last build.
 *
 * @param hasPages whether the app has host pages, which take in edits; those of the project's own are loaded again
 */
export function createDevPages(server: ViteDevServer, session: DevSession, hasPages: boolean): DevPages {
  /** Connections of host pages. */
  const hosts = new WeakSet<object>();
  /** What pages were told of last; before that, they show what is good when they are loaded. */
  let shown: BuiltApp | undefined;
  /** What was good before the build that runs. */
  let before: BuiltApp | undefined;
  let isExpecting = false;
  /** What the last whole build failed at. */
  let failure: BuildError | undefined;
  /** There may be pages that show what a build failed at. */
  let isFailureShown = false;

  /** Tells the pages that may show the app: host pages of another one do not. */
  function tell(payload: HotPayload): void {
    for (const client of server.ws.clients) if (hasPages || !hosts.has(client)) client.send(payload);
  }

  /** Brings a good build to the pages that are open, where it is another one than they show, or where they show what has been `isMended`. */
  function show(after: BuiltApp, loaded: BuiltApp | undefined, isMended = false): void {
    const old = shown ?? loaded;
    session.lastGood = shown = after;
    if (old?.sealed && old.sealed.root === after.sealed?.root && !isMended) return;
    if (!hasPages) return tell({ type: "full-reload" });
    // Pages know best what they can take in.
    if (old) tell(createMessage("rune:swap", listChangedFiles(old, after)));
    else tell({ type: "full-reload", path: "*" });
  }

  // A page may have been on its way when there was another build.
  onMessage(server, "rune:loaded", (data, client) => {
    const page = data as Partial<Record<keyof LoadedPage, unknown>> | null;
    hosts.add(client);
    if (!hasPages) return;
    if (page?.failed) isFailureShown = true;
    // Under what is shown of it the page is brought up to date when it is mended.
    if (failure) {
      if (!page?.failed) client.send({ type: "error", err: createOverlayError(failure) });
      return;
    }
    const isOld = shown?.sealed && page?.root !== shown.sealed.root;
    // The page's own build may be the only one that there has been.
    const isMended = page?.failed && !isExpecting && session.failed === undefined;
    if (isOld || isMended) client.send(createMessage("rune:swap", {}));
  });

  return {
    show: (built) => show(built, session.lastGood),
    expect() {
      before = session.lastGood;
      isExpecting = true;
    },
    settle(error) {
      isExpecting = false;
      const isMended = isFailureShown;
      failure = error;
      isFailureShown = error !== undefined;
      if (error) tell({ type: "error", err: createOverlayError(error) });
      else if (session.lastGood) show(session.lastGood, before, isMended);
    },
  };
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
