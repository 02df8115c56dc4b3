import { sep } from "node:path";
import type { BuilderSlot } from "unplugin-rune-package";
import type { Plugin, ViteDevServer } from "vite";
import type { HostPagesState } from "./host-pages-state.ts";
import { handleHostPage, handlePackageFile } from "./dev-handlers.ts";
import { buildSession, createOverlayError, type DevSession } from "./dev-session.ts";

/** Serves the app during development: package files, host pages, a rebuild and reload on each change, errors in the overlay. */
export function createDevPlugin(slot: BuilderSlot, state: HostPagesState): Plugin {
  return {
    name: "unplugin-rune:dev",
    apply: "serve",
    configureServer(server) {
      const { builder } = slot;
      if (!builder) return undefined;
      const session: DevSession = { builder, lastGood: undefined };
      watchApp(server, session);
      server.middlewares.use(handlePackageFile(session));
      if (!state.enabled) return undefined;
      return () => void server.middlewares.use(handleHostPage(server, session, state));
    },
  };
}

function watchApp(server: ViteDevServer, session: DevSession): void {
  const { directory } = session.builder;
  let generation = 0;
  const rebuild = async (): Promise<void> => {
    const mine = ++generation;
    session.builder.invalidate();
    const { error } = await buildSession(session);
    if (mine !== generation) return;
    if (error) {
      const place = error.loc ? `${error.loc.file}:${error.loc.line}:${error.loc.column}\n` : "";
      server.config.logger.error(`${place}${error.message}\n${error.frame}`, { timestamp: true, error });
      server.ws.send({ type: "error", err: createOverlayError(error) });
    } else {
      server.ws.send({ type: "full-reload", path: "*" });
    }
  };
  server.watcher.add(directory);
  server.watcher.on("all", (_event, path) => {
    if (!path.startsWith(directory + sep)) return;
    rebuild().catch((error: unknown) => server.config.logger.error(String(error)));
  });
}
