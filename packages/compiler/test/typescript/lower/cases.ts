import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A case is one text: the modules, each after a line `=== path`, the entry first; then, after `=== expected`, their intermediate form or the
 * diagnostics.
 */
export interface LowerCase {
  name: string;
  files: Record<string, string>;
  expected: string;
}

const FOLDER = join(import.meta.dirname, "cases");
const EXPECTED = "expected";

/** Reads the cases of all topics: `cases/<topic>/<name>.txt`, or those of another folder. */
export function readCases(folder: string = FOLDER): LowerCase[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.replaceAll("\\", "/"))
    .sort()
    .map((name) => readCase(folder, name));
}

function readCase(folder: string, name: string): LowerCase {
  const [, ...parts] = readFileSync(join(folder, name), "utf8").split(/^=== (.*)\n/m);
  const files: Record<string, string> = {};
  for (let index = 0; index + 1 < parts.length; index += 2) files[parts[index] ?? ""] = parts[index + 1] ?? "";
  const { [EXPECTED]: expected = "", ...sources } = files;
  return { name, files: sources, expected };
}

/** Writes down what a case gives now, which is what is expected from then on. */
export function writeCase({ name, files }: LowerCase, actual: string, folder: string = FOLDER): string {
  const sections = [...Object.entries(files), [EXPECTED, actual]];
  writeFileSync(join(folder, name), sections.map(([path, text]) => `=== ${path}\n${text}`).join(""));
  return actual;
}
