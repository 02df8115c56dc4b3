import { brotliCompressSync } from "node:zlib";
import { build, type Plugin, type Rollup } from "vite";
import { expect, test } from "vitest";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";

/** Kilobytes of each chunk, minified and compressed with brotli, and a file that only this chunk has. */
const budgets: Readonly<Record<string, { size: number; mark: string }>> = {
  core: { size: 12, mark: "browser/src/mount.ts" },
  controller: { size: 10.2, mark: "browser/src/controller/create-controller.ts" },
  drawings: { size: 1.05, mark: "browser/src/page/drawings/watch-uses.ts" },
  head: { size: 1, mark: "browser/src/page/head/create-head.ts" },
  lists: { size: 3.4, mark: "browser/src/renderer/lists/for.ts" },
  rest: { size: 0.32, mark: "browser/src/read-rest.ts" },
  slices: { size: 0.75, mark: "browser/src/renderer/lists/slices.ts" },
  blockNodes: { size: 0.65, mark: "browser/src/renderer/block-nodes.ts" },
  conditions: { size: 0.5, mark: "browser/src/renderer/conditions/if.ts" },
  links: { size: 0.75, mark: "browser/src/renderer/links/link.ts" },
  handlers: { size: 1.35, mark: "browser/src/renderer/handlers/event.ts" },
  fields: { size: 2.45, mark: "browser/src/renderer/fields/model.ts" },
  makers: { size: 1.6, mark: "browser/src/controller/makers/create-controllers.ts" },
  components: { size: 2, mark: "browser/src/renderer/components/component.ts" },
  takeOver: { size: 2.25, mark: "browser/src/take-over/take-over.ts" },
  router: { size: 3.6, mark: "browser/src/router/create-router.ts" },
  leaving: { size: 0.65, mark: "browser/src/router/leaving/create-leaving.ts" },
  redirects: { size: 0.5, mark: "browser/src/router/guards/redirects.ts" },
  failure: { size: 0.5, mark: "browser/src/create-failure.ts" },
  notFound: { size: 0.5, mark: "browser/src/router/not-found.ts" },
  overlays: { size: 1, mark: "browser/src/overlays/create-overlays.ts" },
  styles: { size: 2.2, mark: "browser/src/page/styles/fill-sheet.ts" },
  verifier: { size: 15.6, mark: "archive/src/open-package.ts" },
  linear: { size: 3, mark: "host/src/abi/linear/create-guest.ts" },
  fuel: { size: 8.1, mark: "host/src/fuel/check-fuel.ts" },
  interface: { size: 1.25, mark: "host/src/check-interface.ts" },
  sourceMap: { size: 2, mark: "schema/src/source-map/stack-mapper.ts" },
  reference: { size: 16, mark: "host/src/abi/reference/create-guest.ts" },
  runtime: { size: 0.2, mark: "rolldown/runtime.js" },
  libraryCodecs: { size: 3.25, mark: "host/src/border/library/create-library-codec.ts" },
  library: { size: 2.8, mark: "host/src/javascript/library-functions.ts" },
  bigints: { size: 1, mark: "host/src/javascript/bigint-functions.ts" },
  http: { size: 2.1, mark: "host/src/http/create-http-client.ts" },
  clipboard: { size: 0.25, mark: "browser/src/providers/clipboard.ts" },
  files: { size: 0.75, mark: "browser/src/providers/files/index.ts" },
  messages: { size: 0.75, mark: "browser/src/providers/host-messages/index.ts" },
  server: { size: 1.25, mark: "host/src/server/create-server-functions.ts" },
  calls: { size: 2.25, mark: "host/src/abi/convert-arguments.ts" },
  strings: { size: 1, mark: "host/src/strings/string-functions.ts" },
  routes: { size: 1.5, mark: "schema/src/routes/match-route.ts" },
  shared: { size: 2, mark: "schema/src/validate.ts" },
};

/** A page that mounts an app and needs nothing else of the runtime, built as host pages are. */
const entry: Plugin = {
  name: "entry",
  resolveId: (id) => (id === "entry" ? "\0entry" : undefined),
  load: (id) =>
    id === "\0entry" ? 'import { mount } from "@rune/browser"; mount("/app.rune/", document.body);' : undefined,
};

test("each chunk keeps its budget, and only the core loads at once", async () => {
  const { output } = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: sourceAliases() },
    plugins: [entry],
    build: { write: false, modulePreload: false, rollupOptions: { input: "entry" } },
  })) as Rollup.RollupOutput;
  const chunks = output.filter((each) => each.type === "chunk");
  const sizes = Object.fromEntries(
    chunks.map((chunk) => {
      const modules = Object.keys(chunk.modules).map((module) => module.replaceAll("\\", "/"));
      const name = Object.keys(budgets).find((each) =>
        modules.some((module) => module.endsWith(budgets[each]?.mark ?? "")),
      );
      return [name ?? chunk.fileName, Math.round((brotliCompressSync(chunk.code).length / 1024) * 100) / 100] as const;
    }),
  );
  console.info("KB brotli:", sizes);
  expect(Object.keys(sizes).sort()).toEqual(Object.keys(budgets).sort());
  expect(Object.entries(sizes).filter(([name, size]) => size > (budgets[name]?.size ?? 0))).toEqual([]);
  expect(chunks.find((chunk) => chunk.isEntry)?.imports).toEqual([]);
  expect(chunks.filter((chunk) => /\bfrom\s*["'`]node:/.test(chunk.code))).toEqual([]);
});
