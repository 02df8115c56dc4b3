import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBundlerApp, type BundlerApp, type BundlerAppOptions } from "../src/core/bundler-app.ts";
import { resolveOptions } from "../src/core/options.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "rune build #1 ")));
  mkdirSync(join(root, "app/pages/home"), { recursive: true });
  writeFileSync(join(root, "app/pages/home/index.html"), "<h1>Home</h1>\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function create(options: Partial<BundlerAppOptions>): BundlerApp {
  const settings = { options: resolveOptions({ id: "tea" }), writesPages: true };
  const app = createBundlerApp({ findSettings: async () => settings, ...options });
  app.configure({ root, release: false, base: "/", hasInput: false }, {});
  return app;
}

describe("a build that fails for a reason of its own", () => {
  const failure = new Error("no space left");

  it.each<[string, string, Partial<BundlerAppOptions>]>([
    ["while it compiles", "controller.ts", { compileModule: async () => Promise.reject(failure) }],
    ["while it writes pages", "data.json", { createFiles: async () => Promise.reject(failure) }],
  ])("keeps what was thrown, and shows where: %s", async (_, file, options) => {
    writeFileSync(join(root, "app/pages/home", file), "{}");
    const { error } = await create(options).run();
    expect(error?.message).toBe("the app could not be built: no space left [app_build_failed]");
    expect(error?.cause).toBe(failure);
    expect(error?.frame).toMatch(/^ {4}at .*bundler-app\.test\.ts:\d+:\d+/);
    expect(error?.frame).not.toContain("node:internal");
  });
});

describe("wrong options", () => {
  it("are no failure of the build", async () => {
    const fail = async (): Promise<never> => {
      throw new TypeError("rune: option `id` must be lower-case letters");
    };
    const { error } = await create({ findSettings: fail }).run();
    expect(error?.message).toBe("option `id` must be lower-case letters [app_options_invalid]");
    expect(error?.frame, "nothing of what reads them").toBe("");
  });

  it("may be the folder that they name", async () => {
    const settings = { options: resolveOptions({ id: "tea" }), writesPages: true, publicDir: "gone" };
    const { error } = await create({ findSettings: async () => settings }).run();
    expect(error?.message).toBe("there is no folder `gone`, which the option `publicDir` names [app_options_invalid]");
  });

  it("come with the places of the project's own code that has thrown", async () => {
    const fail = async (): Promise<never> => {
      const thrown = new TypeError("rune: rune.config.ts failed: no id");
      const places = ["node:internal/a.js:1:1", join(root, "rune.config.ts:3:11"), join(root, "node_modules/a.js:1:1")];
      thrown.stack = [String(thrown), ...places.map((place) => `    at ${place}`)].join("\n");
      throw thrown;
    };
    const { error } = await create({ findSettings: fail }).run();
    expect(error?.frame).toBe(`    at ${join(root, "rune.config.ts:3:11")}`);
  });
});

describe("a public folder", () => {
  it("may have no file where a page has a folder", async () => {
    mkdirSync(join(root, "public"));
    writeFileSync(join(root, "public/about"), "");
    const { error } = await create({
      createFiles: async () => new Map([["about/index.html", "<h1>About</h1>"]]),
    }).run();
    expect(error?.message).toMatch(/`about`.*\[app_file_nested\]/s);
  });

  it("is watched before it is there", async () => {
    const { watchedFolders, error } = await create({ createFiles: async () => new Map() }).run();
    expect(error).toBeUndefined();
    expect(watchedFolders).toContain(join(root, "public"));
  });
});
