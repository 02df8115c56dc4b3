import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "unplugin-rune";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadConfig, type LoadedConfig } from "../src/core/config/load-config.ts";
import { createPreset } from "../src/core/preset.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rune config #1 "));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(root, name), text);
}

function load(onFile: (path: string) => void = () => {}): Promise<LoadedConfig | undefined> {
  return loadConfig(root, onFile);
}

it("is not needed", async () => {
  expect(await load()).toBeUndefined();
});

it("is TypeScript that may import other files, and is read as it is now", async () => {
  write("names.ts", `export enum Language { english = "en" }\n`);
  const text = `import { Language } from "./names";\ninterface Part { id: string }\nconst part: Part = { id: "first" };\nexport default { ...part, locale: Language.english };\n`;
  write("rune.config.ts", text);
  const config = await load();
  expect(config?.complete({}).package).toMatchObject({ id: "first", locale: "en" });
  write("rune.config.ts", text.replace("first", "second"));
  expect((await load())?.complete({}).package.id).toBe("second");
});

it("is read anew with what it imports by paths, whatever that is, and tells of these files", async () => {
  write("package.json", `{ "type": "module" }`);
  const files: Record<string, string> = {
    "a.mjs": `import { b } from "./b.js";\nexport default b;\n`,
    "b.js": `export { default as b } from "./c.cjs";\n`,
    "c.cjs": `module.exports = require("./d.json").text + require("./e.cjs").text;\n`,
    "d.json": `{ "text": "one" }`,
    "e.cjs": `exports.text = "One";\n`,
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  write("rune.config.mjs", `import name from "./a.mjs";\nexport default { name };\n`);
  const told = new Set<string>();
  const loadName = async (): Promise<unknown> => (await load((path) => told.add(path)))?.complete({}).package.name;
  expect(await loadName()).toBe("oneOne");
  expect(Object.keys(files).filter((name) => !told.has(join(root, name)))).toEqual([]);
  write("d.json", `{ "text": "two" }`);
  expect(await loadName()).toBe("twoOne");
  write("e.cjs", `exports.text = "Two";\n`);
  expect(await loadName()).toBe("twoTwo");
  write("b.js", `export const b = "three";\n`);
  expect(await loadName()).toBe("three");
});

it("tells of files that are not there, and of those of a configuration that fails", async () => {
  const told = new Set<string>();
  const tell = (path: string): void => void told.add(path);
  expect(await load(tell)).toBeUndefined();
  expect(told).toContain(join(root, "rune.config.mts"));
  write("names.ts", "throw new Error('no names');\n");
  write("rune.config.ts", `import "./names";\nimport "./gone.ts";\n`);
  await expect(load(tell)).rejects.toThrow("no names");
  expect(told).toContain(join(root, "names.ts"));
  write("names.ts", "");
  await expect(load(tell)).rejects.toThrow("gone.ts");
  expect(told).toContain(join(root, "gone.ts"));
});

it("may import files in a circle", async () => {
  write(
    "one.mjs",
    `import { two } from "./two.mjs";\nexport const one = () => "circle";\nexport const name = two();\n`,
  );
  write("two.mjs", `import * as other from "./one.mjs";\nexport const two = () => other.one();\n`);
  write("rune.config.mjs", `export { name as default } from "./one.mjs";\n`);
  await expect(load()).rejects.toThrow("not a string");
});

it("counts as long as it is there", async () => {
  const { app } = createPreset({ version: "1.0.0" });
  app.configure({ root, release: false, base: "/", hasInput: false }, {});
  const readName = async (): Promise<unknown> => (await app.prepare()).settings.options.name;
  expect(await readName()).toBeUndefined();
  write("rune.config.js", `export default { name: "Here" };\n`);
  expect(await readName()).toBe("Here");
  expect(app.listConfigs()).toContain(join(root, "rune.config.js"));
  rmSync(join(root, "rune.config.js"));
  expect(await readName()).toBeUndefined();
  await app.close();
});

it("may be CommonJS", async () => {
  write("rune.config.js", `module.exports = { id: "common" };\n`);
  expect((await load())?.complete({}).package.id).toBe("common");
});

it("gives way to what the plugin is called with", async () => {
  write("rune.config.mjs", `export default { id: "from-file", name: "File" };\n`);
  const { package: resolved } = (await load())?.complete({ id: "inline" }) ?? {};
  expect(resolved).toMatchObject({ id: "inline", name: "File" });
  expect(defineConfig({ id: "typed" })).toEqual({ id: "typed" });
});

it.each([
  [
    "export const config = {};",
    'rune.config.ts must export options, as in `export default defineConfig({ id: "my-app" })`, not',
  ],
  ["", "not nothing"],
  ["const options = { id: 'shop' };", "not nothing"],
  ["export default () => ({});", "not a function"],
  ["export default [];", "not a list"],
  ["export default null;", "not null"],
  ["export default { root: '..' };", "has the option `root`, which is the folder that the file is in"],
  ["export default {", "rune.config.ts failed: "],
  [
    "const none = null;\nexport default none.then;",
    "rune.config.ts failed: Cannot read properties of null (reading 'then')",
  ],
  ["throw new Error('no network');", "rune.config.ts failed: no network"],
  ["throw 'no network';", 'rune.config.ts failed: "no network" was thrown'],
  ["throw null;", "rune.config.ts failed: null was thrown"],
  ["export default Promise.reject(new Error('no network'));", "rune.config.ts failed: no network"],
  ["export default { get id() { throw new Error('no id'); } };", "rune.config.ts failed: no id"],
  ["export default new Proxy({}, { ownKeys() { throw null; } });", "rune.config.ts failed: null was thrown"],
  ["import './gone.ts';", "rune.config.ts failed: "],
])("that is wrong is an error which names the file: %s", async (text, message) => {
  write("rune.config.ts", text);
  await expect(load()).rejects.toThrow(message);
});

it("shows the author's places of what a configuration throws, and none of what reads it", async () => {
  write("rune.config.ts", "export default {\n  get id() {\n    throw new Error('no id');\n  },\n};\n");
  const error: unknown = await load().catch((thrown: unknown) => thrown);
  const { stack = "" } = error as Error;
  expect(stack).toMatch(/^TypeError: rune: rune\.config\.ts failed: no id\n\s+at .*rune\.config\.ts:\d+:\d+\)?$/);
});

it.each([
  ["const id = {}; id.id = id;", "<ref *1> { id: [Circular *1] }"],
  ["const id = 1n;", "1n"],
  ["const id = Symbol('name');", "Symbol(name)"],
  ["let id = {}; for (let i = 0; i < 1e5; i++) id = { id };", "{ id: { id: [Object] } }"],
  ["const id = 'X'.repeat(1e6);", `"${"X".repeat(79)}…`],
])("shows as much of a value as it takes: %s", async (text, shown) => {
  for (const option of ["id", "pages", "publicDir"]) {
    if (option === "publicDir" && shown.includes("XX")) continue;
    write("rune.config.js", `${text}\nexport default { ${option}: id };\n`);
    const config = await load();
    const thrown = (): unknown => config?.complete({});
    expect(thrown).toThrow(`rune: rune.config.js: option \`${option}\` must be`);
    expect(thrown).toThrow(`, not ${shown}`);
  }
});

it("names the file and the option that is wrong, also one that the plugin overrides", async () => {
  write("rune.config.ts", `export default { idd: "x" };\n`);
  const unknown = await load();
  expect(() => unknown?.complete({})).toThrow("rune: rune.config.ts: unknown option `idd`; did you mean `id`?");
  write("rune.config.ts", `export default { id: "No Id" };\n`);
  const wrong = await load();
  expect(() => wrong?.complete({ id: "right" })).toThrow(
    "rune: rune.config.ts: option `id` must be lower-case letters",
  );
});

it("is one file", async () => {
  write("rune.config.ts", "export default {};\n");
  write("rune.config.js", "export default {};\n");
  await expect(load()).rejects.toThrow("the project has rune.config.ts and rune.config.js; keep one of them");
});

it("says what the public folder may be", async () => {
  write("rune.config.ts", "export default { publicDir: true };\n");
  const config = await load();
  expect(() => config?.complete({})).toThrow(
    "rune: rune.config.ts: option `publicDir` must be the path of a folder, such as `public`, or false, not true",
  );
});
