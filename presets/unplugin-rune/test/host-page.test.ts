import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "@rune/schema";
import { resolveOptions } from "unplugin-rune";
import type { RuneOptions } from "unplugin-rune";
import rune from "unplugin-rune/vite";
import { build, createLogger, resolveConfig } from "vite";
import { describe, expect, it } from "vitest";
import { createPolicy, generateHostPage } from "../src/core/pages/host-page.ts";

const manifest: Manifest = {
  format: "rune.manifest",
  manifest_version: 1,
  id: "test",
  name: 'Tom & "Jerry" <3',
  version: "1.0.0",
  runtime: "0.1.0",
  entry: "/",
  routing: "path",
  routes: [],
  views: [],
  modules: [],
  assets: [],
  capabilities: [{ name: "state" }, { name: "net", origins: ["https://a.example"] }],
  trust: "untrusted",
  files: {},
};

describe("the host page", () => {
  it("escapes what comes from the app and pins the package", () => {
    const html = generateHostPage({
      manifest,
      page: undefined,
      root: "sha256-abc=",
      source: "/test.rune/",
      base: "/",
      script: "/assets/app.js",
      preloads: [{ href: "/test.rune/RUNE.MANIFEST.json", type: "fetch" }],
      icon: undefined,
      policy: true,
    });
    expect(html).toContain("<title>Tom &amp; &quot;Jerry&quot; &lt;3</title>");
    expect(html).toContain('data-rune-root="sha256-abc="');
    expect(html).toContain('data-rune-grants="state net"');
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
  });

  it("has a policy as strict as the app's capabilities allow", () => {
    const policy = createPolicy(manifest);
    expect(policy).toContain("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
    expect(policy).toContain("img-src 'self' data: https://a.example;");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("connect-src 'self';");
    const asking = createPolicy({ ...manifest, capabilities: [{ name: "http", origins: ["https://b.example"] }] });
    expect(asking).toContain("connect-src 'self' https://b.example; img-src 'self' data:;");
    expect(createPolicy({ ...manifest, capabilities: [] })).toContain("form-action 'self';");
  });
});

describe("options of rune()", () => {
  it("refuses what it does not know, also with its own names as suggestions", () => {
    expect(() => resolveOptions({ page: true } as never)).toThrow("unknown option `page`; did you mean `pages`?");
    expect(() => resolveOptions({ policy: "strict" } as never)).toThrow("option `policy` must be true or false");
    expect(resolveOptions({ routing: "hash" }).package.routing).toBe("hash");
  });
});

describe("an origin that a policy cannot name", () => {
  const capabilities = { http: { origins: ["https://a.example", "http://[::1]:8080"], reason: "Asks" } };
  const root = join(tmpdir(), "rune-no-such-project");

  it.each(["serve", "build"] as const)("is refused alike: %s", async (command) => {
    const resolve = (options: RuneOptions): Promise<unknown> =>
      resolveConfig({ root, configFile: false, plugins: [rune({ id: "app", capabilities, ...options })] }, command);
    await expect(resolve({})).rejects.toThrow(
      '`capabilities.http.origins` has "http://[::1]:8080", and the policy of a page can name no IPv6 address; name the host, such as "http://localhost:8080"',
    );
    await expect(resolve({ policy: false })).resolves.toBeDefined();
    await expect(resolve({ pages: false })).resolves.toBeDefined();
  });
});

describe("a build", () => {
  it("bundles nothing that is installed, so that one that watches looks at what the author writes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rune-bundled-"));
    try {
      mkdirSync(join(folder, "app/pages/home"), { recursive: true });
      writeFileSync(join(folder, "app/pages/home/index.html"), "<p>home</p>");
      const bundled: string[] = [];
      const spy = { name: "spy", moduleParsed: ({ id }: { id: string }) => void bundled.push(id) };
      await build({ root: folder, configFile: false, logLevel: "silent", plugins: [rune({ id: "app" }), spy] });
      expect(bundled).toEqual(["\0virtual:rune/empty"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([true, false])("prints the root digest of its package, also without host pages: %s", async (pages) => {
    const folder = mkdtempSync(join(tmpdir(), "rune-digest-"));
    try {
      mkdirSync(join(folder, "app/pages/home"), { recursive: true });
      writeFileSync(join(folder, "app/pages/home/index.html"), "<p>home</p>");
      writeFileSync(join(folder, "index.js"), "");
      const printed: string[] = [];
      const customLogger = { ...createLogger("silent"), info: (text: string) => void printed.push(text) };
      await build({
        root: folder,
        configFile: false,
        customLogger,
        plugins: [rune({ id: "review", pages })],
        ...(pages ? {} : { build: { rollupOptions: { input: "index.js" } } }),
      });
      const manifest = readFileSync(join(folder, "dist/review.rune/RUNE.MANIFEST.json"));
      const root = `sha256-${createHash("sha256").update(manifest).digest("base64")}`;
      expect(printed).toContain(`rune: review.rune has the root digest ${root}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
