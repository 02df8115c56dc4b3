import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build, type Rollup } from "vite";
import { launchBrowser } from "../../../fixtures/harness/launch-browser.ts";
import { serveFolder, strictPolicy, type FolderServer } from "../../../fixtures/harness/serve-folder.ts";
import { sourceAliases } from "../../../scripts/source-aliases.mjs";
import type * as Host from "../src/index.ts";
import { allocator, assembleWat, createEntry } from "./compile-wat.ts";

/** Reads the clipboard, in the form with one result and in the one with two; logs around the wait. */
const createBytes = (results: string, take: string): Uint8Array =>
  assembleWat(`(module
    (import "rune" "clipboard_read" (func $paste (result ${results})))
    (import "rune" "log_info" (func $log (param i32 i32)))
    (import "rune" "read_return_buffer" (func $read (param i32 i32) (result i32)))
    ${allocator}
    (data (i32.const 0) "before after plain")
    (func (export "paste") (result i64) (local $length i32)
      (call $log (i32.const 0) (i32.const 6))
      (call $paste) ${take}
      (call $log (i32.const 7) (i32.const 5))
      (if (i32.lt_s (local.get $length) (i32.const 0)) (then unreachable))
      (i64.or (i64.const 2048)
        (i64.shl (i64.extend_i32_u (call $read (i32.const 2048) (local.get $length))) (i64.const 32))))
    (func (export "plain") (param i32 i32) (result i32) (call $log (i32.const 13) (i32.const 5)) (local.get 1)))`);

const entry = createEntry(
  { paste: [[], "string"], plain: [["string"], "i32"] },
  { imports: ["clipboard_read", "log_info"], capabilities: ["clipboard", "log"] },
);

declare global {
  var host: typeof Host;
}

let browser: Browser;
let server: FolderServer;
let page: Page;

beforeAll(async () => {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: sourceAliases() },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, "../src/index.ts"), formats: ["es"], fileName: "host" },
      rollupOptions: { output: { codeSplitting: false } },
    },
  })) as Rollup.RollupOutput[];
  const code = output[0]?.output[0].code ?? "";
  server = await serveFolder(import.meta.dirname, {
    policy: strictPolicy,
    intercept: (path) => {
      if (path === "/host.js") return { body: code, type: "text/javascript" };
      if (path === "/entry.js") return { body: 'import * as host from "/host.js"; globalThis.host = host;' };
      return path === "/"
        ? { body: '<!doctype html><script type="module" src="/entry.js"></script>', type: "text/html" }
        : undefined;
    },
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Runs a scenario in the page with an instance whose clipboard answers when told. */
async function run(bytes: Uint8Array, scenario: string): Promise<unknown> {
  return page.evaluate(
    async ({ bytes, entry, scenario }) => {
      const lines: string[] = [];
      const answers: ((text: string | undefined) => void)[] = [];
      const instance = await host.createInstance({
        module: await WebAssembly.compile(Uint8Array.from(bytes)),
        entry,
        grants: new Set(entry.capabilities),
        functions: {
          log_info: (text: string) => void lines.push(text),
          clipboard_read: () => new Promise((resolve) => answers.push(resolve)),
        },
      });
      const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
      const code = (promise: unknown): Promise<string> =>
        Promise.resolve(promise).then(String, (error: { code: string }) => error.code);
      switch (scenario) {
        case "order": {
          const results = [instance.call("paste"), instance.call("plain", ["abc"]), instance.call("paste")];
          await turn();
          lines.push(`waits in ${instance.running}`);
          answers[0]?.("first ä");
          await turn();
          answers[1]?.("second");
          return [instance.suspends, await Promise.all(results), lines];
        }
        case "failure": {
          const failed = instance.call("paste");
          const next = instance.call("plain", ["ab"]);
          await turn();
          answers[0]?.(undefined);
          return [await code(failed), await next, instance.state, await code(instance.call("plain", [1]))];
        }
        default: {
          const waiting = [code(instance.call("paste")), code(instance.call("plain", ["a"]))];
          await turn();
          instance.stop();
          return [...(await Promise.all(waiting)), await code(instance.call("paste")), lines];
        }
      }
    },
    { bytes: [...bytes], entry, scenario },
  );
}

const one = createBytes("i32", "(local.set $length)");
const two = createBytes("i32 i32", "(local.set $length) (if (i32.eqz) (then (local.set $length (i32.const -1))))");

it.each([
  ["one result", one],
  ["two results", two],
])("a module waits for its host, and its calls run in order (%s)", async (_, bytes) => {
  expect(await run(bytes, "order")).toEqual([
    true,
    ["first ä", 3, "second"],
    ["before", "waits in paste", "after", "plain", "before", "after"],
  ]);
});

it.each([
  ["one result", one],
  ["two results", two],
])("a trap after the wait is told, and the next call runs (%s)", async (_, bytes) => {
  expect(await run(bytes, "failure")).toEqual(["guest_trapped", 2, "running", "guest_argument_type"]);
});

it("nobody waits for a guest that was stopped", async () => {
  expect(await run(one, "stop")).toEqual(["instance_stopped", "instance_stopped", "instance_stopped", ["before"]]);
});
