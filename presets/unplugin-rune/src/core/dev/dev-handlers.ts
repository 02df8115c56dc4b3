import type { BuiltApp } from "unplugin-rune-package/internal";
import type { Connect, ViteDevServer } from "vite";
import { buildSession, createOverlayError, type DevSession } from "./dev-session.ts";
import { generateHostPage } from "../pages/host-page.ts";
import { iconFile, iconSource } from "../pages/icon.ts";
import { generateDevContent } from "./dev-entry.ts";
import { DEV_ENTRY } from "./dev-entry-plugin.ts";

/** Answers requests for files of the package with the latest good build. */
export function handlePackageFile(session: DevSession): Connect.NextHandleFunction {
  return (request, response, next) => {
    const match = /\/([^/]+)\.rune\/(.+)$/.exec(decodePath(request.url));
    if (!match) return next();
    // Pages ask while types are still being checked.
    Promise.resolve(session.lastGood ?? buildSession(session))
      .then(() => {
        const good = session.lastGood;
        const bytes = good?.id === match[1] ? good?.sealed?.files.get(match[2] ?? "") : undefined;
        if (!bytes) return next();
        response.setHeader("Content-Type", getContentType(good, match[2] ?? ""));
        response.setHeader("Cache-Control", "no-store");
        response.end(bytes);
      })
      .catch(next);
  };
}

/** Answers page requests: the app, and over it the overlay if the last build failed. */
export function handleHostPage(
  server: ViteDevServer,
  session: DevSession,
  hasIcon: boolean,
): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (hasIcon && request.url === `/${iconFile}`) {
      response.setHeader("Content-Type", "image/svg+xml");
      response.end(iconSource);
      return undefined;
    }
    if (!isPageRequest(request)) return next();
    createPage(server, session, hasIcon)
      .then((html) => server.transformIndexHtml(request.url ?? "/", html))
      .then((html) => {
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.end(html);
      })
      .catch(next);
  };
}

/** As Vite's own fallback: what asks for HTML, or for anything at an address without an extension. */
function isPageRequest({ method, headers, url }: Connect.IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const { accept = "" } = headers;
  if (accept.includes("text/html")) return true;
  return (accept === "" || accept.includes("*/*")) && !/\.\w+$/.test(decodePath(url));
}

function getContentType(good: BuiltApp | undefined, path: string): string {
  const asset = good?.sealed?.manifest.assets.find(({ file }) => file === path);
  if (asset) return asset.type;
  return path.endsWith(".wasm") ? "application/wasm" : "application/json";
}

async function createPage(server: ViteDevServer, session: DevSession, hasIcon: boolean): Promise<string> {
  const error = await buildSession(session);
  const { base } = server.config;
  // Vite puts the base before these addresses itself.
  const script = `/@id/__x00__${DEV_ENTRY}`;
  const good = session.lastGood;
  const content = generateDevContent({
    root: good?.sealed?.root,
    calls: good?.calls ?? [],
    failure: error && createOverlayError(error),
  });
  if (!good?.sealed) {
    return `<!doctype html><title>Rune</title>${content}<script type="module" src="${script}"></script>`;
  }
  const page = generateHostPage({
    manifest: good.sealed.manifest,
    page: undefined,
    root: undefined,
    source: `${base}${good.id}.rune/`,
    base,
    script,
    preloads: [],
    icon: hasIcon ? `/${iconFile}` : undefined,
    policy: false,
  });
  return page.replace("</body>", () => `${content}</body>`);
}

function decodePath(url: string | undefined): string {
  try {
    return decodeURIComponent((url ?? "/").replace(/[?#].*$/s, ""));
  } catch {
    return "/";
  }
}
