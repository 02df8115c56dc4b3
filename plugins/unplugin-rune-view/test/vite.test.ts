import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Rollup } from "vite";
import runeView from "unplugin-rune-view/vite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rune-view-"));
  writeFileSync(join(folder, "main.js"), `import view from "./card.html?view";\nexport { view };\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bundle(html: string, options?: Parameters<typeof runeView>[0]): Promise<{ view: unknown }> {
  writeFileSync(join(folder, "card.html"), html);
  const output = (await build({
    root: folder,
    logLevel: "silent",
    plugins: [runeView(options)],
    build: { write: false, minify: false, lib: { entry: "main.js", formats: ["es"] } },
  })) as Rollup.RollupOutput[];
  const code = output[0]?.output[0].code ?? "";
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

describe("the view plugin for Vite", () => {
  it("makes a module of an HTML file imported with ?view", async () => {
    const { view } = await bundle(`<p class="card" data-bind="title">Title</p>`);
    expect(view).toEqual({
      format: "rune.view",
      version: 1,
      name: "card",
      templates: [
        {
          nodes: [["p", { class: "card" }, "Title"]],
          bindings: [{ type: "text", at: [0], value: ["data", "title"] }],
        },
      ],
    });
  });

  it("reports errors with place and frame", async () => {
    const failure = bundle(`<p data-bind="a +"></p>`);
    await expect(failure).rejects.toMatchObject({
      errors: [
        {
          message: expect.stringContaining("[view_expression_syntax]"),
          loc: { file: join(folder, "card.html"), line: 1, column: 18 },
          frame: expect.stringContaining('> 1 | <p data-bind="a +"></p>'),
        },
      ],
    });
  });

  it("names files from the root of the project", async () => {
    const warnings: string[] = [];
    writeFileSync(join(folder, "card.html"), `<p>{{ title }}</p>`);
    await build({
      root: folder,
      logLevel: "silent",
      plugins: [runeView()],
      build: {
        write: false,
        lib: { entry: "main.js", formats: ["es"] },
        rollupOptions: { onwarn: ({ message }) => void warnings.push(message) },
      },
    });
    expect(warnings).toEqual([expect.stringMatching(/(?<!\S)card\.html:1:\d+: warning/)]);
  });

  it("takes origins and refuses unknown options", async () => {
    const link = `<a href="https://example.com/">x</a>`;
    await expect(bundle(link)).rejects.toThrow("https://example.com");
    await expect(bundle(link, { origins: ["https://example.com"] })).resolves.toBeDefined();
    expect(() => runeView({ origin: [] } as never)).toThrow("did you mean `origins`?");
    for (const none of [null, 5]) {
      expect(() => runeView(none as never)).toThrow("options are an object, such as `runeView({ origins: [] })`");
    }
  });
});
