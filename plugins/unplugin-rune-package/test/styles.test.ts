import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatDiagnostic } from "@rune/schema";
import { resolveOptions, type RunePackageOptions } from "unplugin-rune-package";
import { createAppBuilder, type BuiltApp } from "unplugin-rune-package/internal";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStyleProcessor, type StyleProcessorOptions } from "../src/core/styles/create-style-processor.ts";
import { repoPath } from "../../../fixtures/harness/repo.ts";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "rune styles #1 ")));
  link("postcss");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** Has a package of the repository installed in the project. */
function link(name: string): void {
  mkdirSync(dirname(join(root, "node_modules", name)), { recursive: true });
  symlinkSync(repoPath("node_modules", name), join(root, "node_modules", name), "junction");
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function build(options: RunePackageOptions = {}): Promise<BuiltApp> {
  return createAppBuilder({ ...resolveOptions({ id: "tea", ...options }), root, release: false }).build();
}

function readStyle({ sealed, diagnostics }: BuiltApp, path = "assets/pages/home/inline.css"): string {
  if (!sealed) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return new TextDecoder().decode(sealed.files.get(path));
}

const page = `<h1>Tea</h1>\n<style>\n  h1 { color: brand }\n</style>\n`;
/** Puts a colour in the place of a word. */
const brand = (color: string): string =>
  `() => ({ postcssPlugin: "brand", Declaration(node) { if (node.value === "brand") node.value = "${color}"; } })`;

describe("a project's PostCSS", () => {
  it.each<[string, string]>([
    ["postcss.config.js", `export default { plugins: [(${brand("red")})()] };`],
    [
      "postcss.config.mjs",
      `export default ({ env }) => ({ plugins: [env === "development" && (${brand("red")})()] });`,
    ],
    ["postcss.config.cjs", `module.exports = { plugins: [require("./brand.cjs")] };`],
    ["postcss.config.ts", `const color: string = "red";\nexport default { plugins: ["./brand.cjs"] as string[] };`],
    ["postcss.config.json", `{ "plugins": { "./brand.cjs": {}, "./missing.cjs": false } }`],
    [".postcssrc", `{ "plugins": { "./brand.cjs": {} } }`],
    [".postcssrc.mjs", `import brand from "./brand.cjs";\nexport default { plugins: [brand()] };`],
    ["package.json", `{ "name": "tea", "postcss": { "plugins": { "./brand.cjs": {} } } }`],
  ])("is configured by %s", async (file, text) => {
    const plugin = `module.exports = ${brand("red")};\nmodule.exports.postcss = true;\n`;
    write({ "app/pages/home/index.html": page, "brand.cjs": plugin, [file]: text });
    const built = await build();
    expect(readStyle(built)).toContain("h1 { color: red }");
    expect(built.dependencies).toContain(join(root, file));
  });

  it("is what its configuration says now, with the files that this imports and names", async () => {
    write({
      "app/pages/home/index.html": page,
      "postcss.config.js": `import color from "./color.mjs";\nexport default { plugins: { "./brand.cjs": color } };\n`,
      "color.mjs": `export default { color: "red" };\n`,
      "brand.cjs": `module.exports = ({ color }) => (${brand("${color}").replace(/"(\$.*?)"/, "`$1`")})();\n`,
    });
    const { dependencies } = await build();
    expect(dependencies).toEqual(expect.arrayContaining([join(root, "color.mjs"), join(root, "brand.cjs")]));
    write({ "color.mjs": `export default { color: "blue" };\n` });
    expect(readStyle(await build())).toContain("h1 { color: blue }");
    write({ "brand.cjs": `module.exports = ${brand("green")};\n` });
    expect(readStyle(await build())).toContain("h1 { color: green }");
  });

  it("is left alone where there is no configuration, and where the option says so", async () => {
    write({ "app/pages/home/index.html": page });
    const plain = await build();
    expect(readStyle(plain)).toContain("brand");
    expect(plain.dependencies, "one may be written").toContain(join(root, "postcss.config.js"));
    write({ "postcss.config.js": `export default { plugins: [(${brand("red")})()] };` });
    expect(readStyle(await build({ postcss: false }))).toContain("brand");
    write({ "config/styles.mjs": `export default { plugins: [(${brand("blue")})()] };` });
    expect(readStyle(await build({ postcss: "config/styles.mjs" }))).toContain("blue");
  });

  it("processes sheets in files and those of components, each once, before what Rune does with them", async () => {
    write({
      "app/pages/home/index.html": `<link rel="stylesheet" href="./home.css">\n<div data-use="card"></div>\n`,
      "app/pages/about/index.html": `<link rel="stylesheet" href="../home/home.css">\n<p>About</p>\n`,
      "app/pages/home/home.css": `@import "./rest.css";\n`,
      "app/components/card.html": `<p>Card</p>\n<style>p { color: brand }</style>\n`,
      "app/pages/home/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "postcss.config.js": `let count = 0;
export default { plugins: [(${brand("red")})(), { postcssPlugin: "imports", AtRule: { import(node) {
  count++;
  node.replaceWith("h1 { background: url(dot.svg); --count: " + count + " }");
} } }] };\n`,
    });
    const built = await build();
    expect(readStyle(built, "assets/components/card.inline.css")).toContain("red");
    expect(readStyle(built, "assets/pages/home/home.css")).toMatch(
      /^h1 { background: url\("dot-\w+\.svg"\); --count: 1 }\n$/,
    );
  });

  it("is told the same of the environment, whatever the bundler says", async () => {
    write({
      "app/pages/home/index.html": page,
      "postcss.config.js": `export default () => ({ plugins: [(${brand("${process.env.NODE_ENV}")})()] });\n`.replace(
        /"(\$\{.*?\})"/,
        "`$1`",
      ),
    });
    for (const said of ["production", "test", "", undefined]) {
      vi.stubEnv("NODE_ENV", said);
      expect(readStyle(await build())).toContain("development");
      expect(process.env["NODE_ENV"]).toBe(said);
    }
  });

  it("tells what else styles are made from, but for what builds have written", async () => {
    const messages = [
      { type: "dependency", file: "theme.json" },
      { type: "dependency", file: "out/tea.html" },
      { type: "dir-dependency", dir: "shared" },
      { type: "dir-dependency", dir: "." },
      { type: "dir-dependency", dir: "later" },
      { type: "dir-dependency", dir: "theme.json" },
    ];
    write({
      "app/pages/home/index.html": page,
      "theme.json": "{}",
      "shared/deep/a.html": "",
      "shared/node_modules/x/b.html": "",
      "out/tea.html": "",
      "out/tea.rune/RUNE.MANIFEST.json": "",
      "postcss.config.js": `import { resolve } from "node:path";
const messages = ${JSON.stringify(messages)};
const place = (path) => path && resolve(import.meta.dirname, path);
export default { plugins: [{ postcssPlugin: "reader", Once(_, { result }) {
  for (const { type, file, dir } of messages) result.messages.push({ type, file: place(file), dir: place(dir) });
} }] };\n`,
    });
    const { dependencies, diagnostics, folders } = await build();
    // What a tool looks for, and is not there, is no fault of the style.
    expect(diagnostics).toEqual([]);
    expect(folders).toContain(join(root, "later"));
    expect(dependencies).toContain(join(root, "theme.json"));
    expect(dependencies).toContain(join(root, "shared/deep/a.html"));
    expect(folders).toContain(join(root, "shared/deep"));
    const all = [...dependencies, ...folders].join("\n");
    expect(all).not.toMatch(/node_modules|[\\/]out/);
  });
});

describe("what is wrong", () => {
  const throwing = (text: string): string =>
    `export default { plugins: [{ postcssPlugin: "strict", Declaration(node, { result }) { ${text} } }] };\n`;

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a style that is no CSS",
      {
        "postcss.config.js": throwing(""),
        "app/pages/home/index.html": "<h1>Tea</h1>\n<style>\n  h1 { color: red\n</style>\n",
      },
      "app/pages/home/index.html:3:3: error: Unclosed block [app_style_failed]",
    ],
    [
      "what a plugin refuses in a view",
      { "postcss.config.js": throwing(`throw node.error("no brand");`) },
      "app/pages/home/index.html:3:8: error: strict: no brand [app_style_failed]\n  1 | <h1>Tea</h1>\n  2 | <style>\n> 3 |   h1 { color: brand }",
    ],
    [
      "what a plugin refuses in a file",
      {
        "postcss.config.js": throwing(`throw node.error("no brand");`),
        "app/pages/home/index.html": `<link rel="stylesheet" href="assets/a.css">\n<h1>Tea</h1>\n`,
        "app/assets/a.css": "h1 {}\r\nh1 { color: brand }\r\n",
      },
      "app/assets/a.css:2:6: error: strict: no brand [app_style_failed]",
    ],
    [
      "what a plugin warns of",
      { "postcss.config.js": throwing(`node.warn(result, "brand is old");`) },
      "app/pages/home/index.html:3:8: warning: strict: brand is old [app_style_failed]",
    ],
    [
      "a plugin that fails",
      { "postcss.config.js": throwing(`null.x;`) },
      "app/pages/home/index.html:2:8: error: Cannot read properties of null (reading 'x') [app_style_failed]",
    ],
    [
      "where a plugin fails",
      { "postcss.config.js": throwing(`null.x;`) },
      "error: Cannot read properties of null (reading 'x') [app_style_failed]\n  1 | <h1>Tea</h1>\n> 2 | <style>\n    |        ^\n  3 |   h1 { color: brand }\n  4 | </style>\n    at Declaration (",
    ],
    [
      "a file that processed styles refer to and is not there",
      {
        "postcss.config.js": throwing(`if (node.prop === "color") node.before({ prop: "margin", value: "0" });`),
        "app/pages/home/index.html": `<h1>Tea</h1>\n<style>\n  h1 { color: red; background: url(./dot.png) }\n</style>\n`,
        "app/pages/home/dots.png": "",
      },
      "app/pages/home/index.html:3:36: error: there is no file `pages/home/dot.png` in the app [app_asset_missing]",
    ],
    [
      "a configuration that is none",
      { "postcss.config.js": "export default 5;" },
      "error: postcss.config.js failed: it must export an object, such as `{ plugins: { … } }` [app_postcss_config]",
    ],
    [
      "where a configuration throws",
      { "postcss.config.js": `throw new Error("no theme");` },
      "error: postcss.config.js failed: no theme [app_postcss_config]\n    at ",
    ],
    ["a configuration that fails", { "postcss.config.js": "export default {" }, "error: postcss.config.js failed: "],
    [
      "a plugin that is not installed",
      { "postcss.config.json": `{ "plugins": { "autoprefixer": {} } }` },
      "error: postcss.config.json failed: `autoprefixer` is not installed [app_postcss_config]",
    ],
    [
      "a configuration in a form that is not read",
      { ".postcssrc.yaml": "plugins: {}" },
      "error: .postcssrc.yaml is not read; write it as postcss.config.json [app_postcss_config]",
    ],
  ])("%s", async (_, files, expected) => {
    write({ "app/pages/home/index.html": page, ...files });
    const built = await build();
    expect(built.diagnostics.map(formatDiagnostic).join("\n")).toContain(expected);
    expect(built.sealed === undefined).toBe(expected.includes("error:"));
  });

  it.each<[string, string]>([
    [
      "plugins: [{ postcssPlugin: 'stuck', Once: () => new Promise(() => {}) }]",
      "a plugin of postcss.config.js has not come to an end after 0.1 seconds",
    ],
    ["plugins: await new Promise(() => {})", "postcss.config.js has not come to an end after 0.1 seconds"],
  ])("what never ends, which keeps others waiting for a while at most: %s", async (stuck, message) => {
    write({ "app/pages/home/index.html": page, "postcss.config.js": `export default { ${stuck} };` });
    const limited = { root, postcss: undefined, release: true, output: "tea.rune", limit: 100 };
    const process = async (options: Partial<StyleProcessorOptions>): Promise<string> => {
      const { process, diagnostics } = await createStyleProcessor({ ...limited, ...options });
      const styled = await process?.({ file: "app/a.css", css: "h1 { color: brand }" });
      // What is stuck is not waited for again.
      const next = await process?.({ file: "app/b.css", css: "h1 { color: brand }" });
      const problems = [...diagnostics, ...(styled?.problems ?? []), ...(next?.problems ?? [])];
      return problems.map((each) => each.message).join() || (next?.css ?? "");
    };
    write({ "other.mjs": `export default { plugins: [(${brand("red")})()] };` });
    const ended: string[] = [];
    const note = (name: string) => () => ended.push(name);
    const first = process({});
    await Promise.all([
      first.then(note("stuck")),
      process({ postcss: "other.mjs" }).then(note("same mode")),
      process({ postcss: "other.mjs", release: false }).then(note("other mode")),
    ]);
    expect(await first).toBe(message);
    expect(ended).toEqual(["same mode", "stuck", "other mode"]);
  });

  it("no PostCSS for the configuration there is", async () => {
    rmSync(join(root, "node_modules"), { recursive: true });
    write({ "app/pages/home/index.html": page, "postcss.config.js": "export default {};" });
    const { diagnostics } = await build();
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      "error: postcss.config.js configures PostCSS, which is not installed [app_postcss_missing]\nhint: run `npm install --save-dev postcss`, or turn it off with rune({ postcss: false })",
    ]);
  });

  it("an option that names nothing", async () => {
    write({ "app/pages/home/index.html": page });
    const { diagnostics } = await build({ postcss: "styles.js" });
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      "error: there is no file `styles.js`, which the option `postcss` names [app_postcss_config]",
    ]);
  });
});
