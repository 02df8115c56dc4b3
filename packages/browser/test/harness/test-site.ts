import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SealedPackage } from "@rune/archive";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { launchBrowser } from "../../../../fixtures/harness/launch-browser.ts";
import { serveFolder, strictPolicy, type FolderServer } from "../../../../fixtures/harness/serve-folder.ts";
import { watchPage, type PageComplaints } from "../../../../fixtures/harness/watch-page.ts";
import { sourceAliases } from "../../../../scripts/source-aliases.mjs";
import { collectEvents, renderFirstFrame } from "../../src/first-frame/index.ts";
import type { MountOptions } from "../../src/index.ts";
import { createRouteTable } from "../../src/router/route-table.ts";
import { sealTestApp, type TestAppOptions } from "./test-app.ts";
import type { Embed } from "./embed-entry.ts";
import type { Testbed } from "./entry.ts";

declare global {
  var testbed: Testbed;
  var embed: Embed;
}

/** A page with a mounted app. */
export interface TestPageHandle {
  page: Page;
  complaints: PageComplaints;
  /** Lines that the app logged. */
  log: string[];
  /** Paths that the page asked the server for. */
  requests: string[];
  /** Sends a mutation through the app's controller. */
  dispatch(mutation: object): Promise<void>;
  /** Merges data of the page `home`. */
  set(updates: object): Promise<void>;
  /** Codes of the errors that the app has reported. */
  codes(): Promise<string[]>;
  /** Markup of the app, without comments and the control element. */
  html(): Promise<string>;
  /** Mounts another app instead. Returns why it was refused, if it was. */
  remount(app: TestAppOptions): Promise<Testbed["failure"]>;
}

export interface OpenOptions extends Omit<MountOptions, "onError"> {
  path?: string;
  /** Changes the package's files before they are served. */
  tamper?: (files: Map<string, Uint8Array>) => void;
  /** Runs in the page before the app is mounted. */
  prepare?: () => void;
  isMounted?: boolean;
  /** The page has the app's first frame, as a build writes it. */
  hasFrame?: boolean;
  /** Another package, served as `/beside.rune/`. */
  beside?: SealedPackage;
  /** The package is to be refused. */
  fails?: boolean;
}

/** A server with the minified runtime, and a browser. Made once a test file. */
export interface TestSite {
  /** Its origin, where every path that names no file gives the host page. */
  readonly origin: string;
  open(app: TestAppOptions | SealedPackage, options?: OpenOptions): Promise<TestPageHandle>;
  close(): Promise<void>;
}

const hostPage = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Host</title></head>
<body><div id="app">Loading…</div><script type="module" src="/entry.js"></script></body></html>`;

/** The host page with the first frame of the page at a path. */
async function createFramePage({ manifest, files }: SealedPackage, path: string): Promise<string> {
  const route = createRouteTable(manifest.routes).match(path)?.route;
  const frame = route && (await renderFirstFrame({ manifest, files, path, route, source: "/test.rune/", base: "/" }));
  if (!frame) throw new Error(`${path} has no first frame`);
  const head = `<script src="/early.js"></script><link rel="stylesheet" href="/frame.css" data-rune-frame="">`;
  frameStyles = frame.css;
  return hostPage
    .replace("</head>", `${head}</head>`)
    .replace(">Loading…<", () => ` data-rune-frame="">${frame.html}<`);
}

let frameStyles = "";

const contentTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
};

/** Builds the test page, or another script for it, against the sources, minified as a user's build is, and serves it under the strict policy. */
export async function createTestSite(script = "entry.ts"): Promise<TestSite> {
  const folder = await mkdtemp(join(tmpdir(), "rune-browser-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: import.meta.dirname,
    resolve: { alias: sourceAliases() },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { entry: join(import.meta.dirname, script) },
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  });
  const served = new Map<string, ReadonlyMap<string, Uint8Array>>();
  let requests: string[] = [];
  let servedPage = hostPage;
  const server: FolderServer = await serveFolder(folder, {
    policy: strictPolicy,
    intercept(path) {
      if (path === "/favicon.ico") return { body: "" };
      requests.push(path);
      const [, name = "", file = ""] = /^\/(\w+)\.rune\/(.*)$/.exec(path) ?? [];
      if (served.has(name)) {
        const body = served.get(name)?.get(file);
        const type = contentTypes[path.slice(path.lastIndexOf(".") + 1)];
        return body ? { body, ...(type && { type }) } : { body: "not found", status: 404 };
      }
      if (path === "/early.js") return { body: `(${collectEvents.toString()})()` };
      if (path === "/frame.css") return { body: frameStyles };
      return path.endsWith(".js") ? undefined : { body: servedPage, type: "text/html" };
    },
  });
  const browser: Browser = await launchBrowser();
  let last: Page | undefined;

  return {
    origin: new URL(server.url).origin,
    async open(
      app,
      { path = "/", tamper, prepare, isMounted = true, hasFrame, beside, fails = false, ...options } = {},
    ) {
      const sealed = "root" in app ? app : await sealTestApp(app);
      const files = new Map(sealed.files);
      tamper?.(files);
      served.set("test", files).set("beside", beside?.files ?? new Map());
      servedPage = hasFrame ? await createFramePage(sealed, path) : hostPage;
      await last?.close();
      const page = await browser.newPage();
      last = page;
      const complaints = await watchPage(page);
      const log: string[] = [];
      page.on("console", (message) => {
        if (message.text().startsWith("[app] ")) log.push(message.text().slice(6));
      });
      requests = [];
      await page.goto(server.url + path);
      if (prepare) await page.evaluate(prepare);
      if (isMounted) {
        await page.evaluate((given) => testbed.mount(given), options);
        const failure = await page.evaluate(() => testbed.failure);
        if (failure && !fails) throw new Error(`${failure.code}: ${failure.message}`);
      }
      return {
        page,
        complaints,
        log,
        requests,
        dispatch: (mutation) => page.evaluate((given) => testbed.dispatch(given), mutation),
        set: (updates) =>
          page.evaluate((given) => testbed.dispatch({ type: "UpdateData", node_id: "home", updates: given }), updates),
        codes: () => page.evaluate(() => testbed.reports.map(({ code }) => code)),
        html: () =>
          page.evaluate(() =>
            (document.querySelector("#app")?.innerHTML ?? "").replace(/<!--.*?-->|<i id="control"><\/i>/g, ""),
          ),
        async remount(other) {
          served.set("test", (await sealTestApp(other)).files);
          return page.evaluate(async () => {
            testbed.app?.unmount();
            testbed.reports.length = 0;
            delete testbed.failure;
            await testbed.mount();
            return testbed.failure;
          });
        },
      };
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
