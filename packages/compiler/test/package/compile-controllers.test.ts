import { compileSource } from "@rune/compiler/engines";
import { describe, expect, it } from "vitest";
import { groupBySharedFiles } from "../../src/package/shared-files.ts";
import { compile } from "./compile-files.ts";

const store = `let visits = 0; export function visit(): number { return ++visits; }`;
const page = `<p data-bind="visits"></p>`;
const controller = `import { visit } from "../../store.ts"; export let visits = 0; export function start(): void { visits = visit(); }`;

describe("controllers that share files", () => {
  it("are one module, and routes say what makes each", async () => {
    const { output, diagnostics } = await compile(
      {
        "store.ts": store,
        "pages/a/index.html": page,
        "pages/a/controller.ts": controller,
        "pages/a/data.json": `{ "visits": 5 }`,
        "pages/home/index.html": page,
        "pages/home/controller.ts": controller,
        "pages/other/index.html": `<p data-bind="n"></p>`,
        "pages/other/controller.ts": `import type { visit } from "../../store.ts"; export type V = typeof visit; export let n = 1;`,
      },
      { compileModule: compileSource },
    );
    expect(diagnostics).toEqual([]);
    expect(output?.draft.routes).toEqual([
      {
        pattern: "/a",
        view: "a",
        controller: "logic/a.wasm",
        factory: "app/pages/a/controller",
        data: "data/a.data.json",
        assigns: ["visits"],
      },
      {
        pattern: "/",
        view: "home",
        controller: "logic/a.wasm",
        factory: "app/pages/home/controller",
        data: "data/home.data.json",
      },
      { pattern: "/other", view: "other", controller: "logic/other.wasm", data: "data/other.data.json" },
    ]);
    expect(output?.draft.modules.map(({ file, controllers }) => [file, controllers])).toEqual([
      [
        "logic/a.wasm",
        [
          { name: "app/pages/a/controller", exports: [{ name: "start", parameters: [] }] },
          { name: "app/pages/home/controller", exports: [{ name: "start", parameters: [] }] },
        ],
      ],
      ["logic/other.wasm", undefined],
    ]);
    expect([...(output?.files.keys() ?? [])].filter((path) => path.startsWith("logic/"))).toEqual([
      "logic/a.wasm",
      "logic/other.wasm",
    ]);
  });

  it("tell of an error once", async () => {
    const { diagnostics } = await compile(
      {
        "store.ts": `export const visit = (): number => missing;`,
        "pages/a/index.html": page,
        "pages/a/controller.ts": controller,
        "pages/home/index.html": page,
        "pages/home/controller.ts": controller,
      },
      { compileModule: compileSource },
    );
    expect(diagnostics.map(({ file, code }) => [file, code])).toEqual([["app/store.ts", "typescript_error"]]);
  });
});

describe("groups of files", () => {
  const group = (files: Record<string, string>) =>
    groupBySharedFiles(
      Object.keys(files).filter((path) => /^[a-z]\.ts$/.test(path)),
      (path) => files[path],
      Object.keys(files),
    ).map(({ entries }) => entries);

  it("join what imports a file in common, through others too", () => {
    const files = {
      "a.ts": `import { x } from "./lib/one";`,
      "b.ts": `export * from /* all */ './lib/two.js';`,
      "c.ts": `import "./lib/three.ts"; import type { x } from "./lib/one.ts";`,
      "d.ts": `const text = "no";`,
      "lib/one.ts": `import { y } from "./two.ts";`,
      "lib/two.ts": "",
      "lib/three.ts": "",
    };
    expect(group(files)).toEqual([["a.ts", "b.ts"], ["c.ts"], ["d.ts"]]);
  });

  it("join those that a later one has something in common with", () => {
    const files = {
      "a.ts": `import "./x/one.ts";`,
      "b.ts": `import "./x/two.ts";`,
      "c.ts": `import "./x/one.ts";\nimport "~/x/two";`,
      "x/one.ts": "",
      "x/two.ts": "",
    };
    expect(group(files)).toEqual([["a.ts", "b.ts", "c.ts"]]);
  });
});
