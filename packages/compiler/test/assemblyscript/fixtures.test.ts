import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatDiagnostic } from "@rune/schema";
import { expect, test } from "vitest";
import { compileModule } from "../../src/assemblyscript/index.ts";

const root = join(import.meta.dirname, "../../../../fixtures/modules");
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Compares a text with a file; `UPDATE_FIXTURES=1` writes the file. No text: there must be no file. */
function compare(path: string, text: string | undefined): void {
  if (process.env["UPDATE_FIXTURES"] === "1") {
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
  expect(existsSync(path) ? readFileSync(path, "utf8") : undefined).toBe(text);
}

test.each(cases.map(({ name }) => name))("module %s", async (name) => {
  const folder = join(root, name);
  const readFile = (path: string): string | undefined => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
  const { module, diagnostics } = await compileModule({
    file: `${name}/input.as.ts`,
    source: readFileSync(join(folder, "input.as.ts"), "utf8"),
    readFile,
  });
  const { bytes, ...facts } = module ?? {};
  compare(join(folder, "module.json"), module ? `${JSON.stringify(facts, null, 2)}\n` : undefined);
  const report = diagnostics.map(formatDiagnostic).join("\n\n");
  compare(join(folder, "diagnostics.txt"), report === "" ? undefined : `${report}\n`);
  expect(module === undefined).toBe(name.startsWith("bad-"));
  expect(bytes === undefined || WebAssembly.validate(bytes as BufferSource)).toBe(true);
});
