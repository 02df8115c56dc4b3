import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "unplugin-rune";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listConfigs, loadConfig } from "../src/core/config/load-config.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rune config #1 "));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(root, name), text);
}

it("is not needed", async () => {
  expect(await loadConfig(root)).toBeUndefined();
});

it("is TypeScript that may import other files, and is read as it is now", async () => {
  write("names.ts", `export enum Language { english = "en" }\n`);
  const text = `import { Language } from "./names";\ninterface Part { id: string }\nconst part: Part = { id: "first" };\nexport default { ...part, locale: Language.english };\n`;
  write("rune.config.ts", text);
  const config = await loadConfig(root);
  expect(listConfigs(root)).toEqual([join(root, "rune.config.ts")]);
  expect(config?.complete({}).package).toMatchObject({ id: "first", locale: "en" });
  write("rune.config.ts", text.replace("first", "second"));
  expect((await loadConfig(root))?.complete({}).package.id).toBe("second");
});

it("may be CommonJS", async () => {
  write("rune.config.js", `module.exports = { id: "common" };\n`);
  expect((await loadConfig(root))?.complete({}).package.id).toBe("common");
});

it("gives way to what the plugin is called with", async () => {
  write("rune.config.mjs", `export default { id: "from-file", name: "File" };\n`);
  const { package: resolved } = (await loadConfig(root))?.complete({ id: "inline" }) ?? {};
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
  ["throw new Error('no network');", "rune.config.ts failed: no network"],
  ["throw 'no network';", 'rune.config.ts failed: "no network" was thrown'],
  ["throw null;", "rune.config.ts failed: null was thrown"],
  ["export default Promise.reject(new Error('no network'));", "rune.config.ts failed: no network"],
  ["export default { get id() { throw new Error('no id'); } };", "rune.config.ts failed: no id"],
  ["export default new Proxy({}, { ownKeys() { throw null; } });", "rune.config.ts failed: null was thrown"],
  ["import './gone.ts';", "rune.config.ts failed: "],
])("that is wrong is an error which names the file: %s", async (text, message) => {
  write("rune.config.ts", text);
  await expect(loadConfig(root)).rejects.toThrow(message);
});

it("shows the author's places of what a configuration throws, and none of what reads it", async () => {
  write("rune.config.ts", "export default {\n  get id() {\n    throw new Error('no id');\n  },\n};\n");
  const error: unknown = await loadConfig(root).catch((thrown: unknown) => thrown);
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
    const config = await loadConfig(root);
    const thrown = (): unknown => config?.complete({});
    expect(thrown).toThrow(`rune: rune.config.js: option \`${option}\` must be`);
    expect(thrown).toThrow(`, not ${shown}`);
  }
});

it("names the file and the option that is wrong, also one that the plugin overrides", async () => {
  write("rune.config.ts", `export default { idd: "x" };\n`);
  const unknown = await loadConfig(root);
  expect(() => unknown?.complete({})).toThrow("rune: rune.config.ts: unknown option `idd`; did you mean `id`?");
  write("rune.config.ts", `export default { id: "No Id" };\n`);
  const wrong = await loadConfig(root);
  expect(() => wrong?.complete({ id: "right" })).toThrow(
    "rune: rune.config.ts: option `id` must be lower-case letters",
  );
});

it("is one file", async () => {
  write("rune.config.ts", "export default {};\n");
  write("rune.config.js", "export default {};\n");
  await expect(loadConfig(root)).rejects.toThrow("the project has rune.config.ts and rune.config.js; keep one of them");
});

it("says what the public folder may be", async () => {
  write("rune.config.ts", "export default { publicDir: true };\n");
  const config = await loadConfig(root);
  expect(() => config?.complete({})).toThrow(
    "rune: rune.config.ts: option `publicDir` must be the path of a folder, such as `public`, or false, not true",
  );
});
