import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { BundlerApp } from "unplugin-rune-package/internal";
import type { Logger, Plugin, ViteDevServer } from "vite";
import { needsIcon } from "../pages/icon.ts";
import { printFailures } from "./dev-failures.ts";
import { handleHostPage, handlePackageFile } from "./dev-handlers.ts";
import { createDevPages } from "./dev-pages.ts";
import { createSession, type DevSession } from "./dev-session.ts";
import { noticeEarlyEdits } from "./early-edits.ts";
import { watchApp } from "./watch-app.ts";

/** Serves the app during development: package files, host pages, edits as they are made, errors in the overlay. */
export function createDevPlugin(app: BundlerApp): Plugin {
  return {
    name: "unplugin-rune:dev",
    apply: "serve",
    async configureServer(server) {
      const { builder, setup, settings } = await app.prepare();
      const { logger } = server.config;
      const noticeEarly = noticeEarlyEdits(server.watcher);
      const session = createSession(builder, {
        watch(paths, since) {
          server.watcher.add([...paths]);
          noticeEarly(paths, since);
        },
        warn: (text) => logger.warn(text, { timestamp: true }),
        fail(error) {
          const place = error.loc ? `${error.loc.file}:${error.loc.line}:${error.loc.column}\n` : "";
          logger.error(`${place}${error.message}\n${error.frame}`, { timestamp: true, error });
        },
      });
      endWith(server, session);
      const failures = printFailures(server);
      watchApp(server, session, createDevPages(server, session, settings.writesPages), failures);
      muteReloads(server.environments.client.logger, relative(server.config.root, session.builder.directory));
      restartOnChange(server, app.listConfigs());
      server.middlewares.use(handlePackageFile(session));
      for (const note of settings.notes ?? []) logger.info(note);
      if (!settings.writesPages) return undefined;
      return () => void server.middlewares.use(handleHostPage(server, session, needsIcon(setup)));
    },
  };
}

/** A server that restarts is closed when another one has begun, maybe with the same plugins. */
function endWith(server: ViteDevServer, session: DevSession): void {
  const { close } = server;
  server.close = () => {
    session.isClosed = true;
    return close();
  };
}

/** Has Vite not say that it reloads pages for the app's HTML files: it takes any such file for a page of its own, which none of these is. */
function muteReloads(logger: Logger, directory: string): void {
  const { info } = logger;
  const prefix = `page reload ${directory.replaceAll("\\", "/")}/`;
  logger.info = (text, options) => {
    if (!stripVTControlCharacters(text).startsWith(prefix)) info(text, options);
  };
}

/** What a configuration says is known only when the server starts. */
function restartOnChange(server: ViteDevServer, files: readonly string[]): void {
  server.watcher.add([...files]);
  server.watcher.on("all", (_event, path) => {
    if (files.includes(path)) void server.restart();
  });
}
