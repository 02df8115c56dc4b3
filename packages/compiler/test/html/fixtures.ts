import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatDiagnostic } from "@rune/schema";
import type { SourceRange } from "@rune/schema";
import { compileView } from "@rune/compiler/html";
import type { CompileViewInput, CompileViewOptions, CompileViewResult } from "@rune/compiler/html";

/** `fixtures/html`: a folder a case, with `input.html`, sometimes `options.json`, and the expected files. */
export const fixtureFolder: string = join(import.meta.dirname, "../../../../fixtures/html");

/** What `options.json` may hold. */
interface FixtureOptions extends CompileViewOptions {
  name?: string;
  kind?: CompileViewInput["kind"];
}

/** The expected files of a case by name; a file that is not there is expected not to be written. */
export type ExpectedFiles = Record<"view.json" | "references.json" | "diagnostics.txt", string | undefined>;

export function listFixtures(): string[] {
  const entries = readdirSync(fixtureFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export function compileFixture(fixture: string): CompileViewResult {
  const folder = join(fixtureFolder, fixture);
  const optionsFile = join(folder, "options.json");
  const read: FixtureOptions = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, "utf8")) : {};
  const { name = "home", kind = "page", ...options } = read;
  const source = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(folder, "input.html")));
  if (kind === "page") return compileView({ file: `app/pages/${name}/index.html`, name, source }, options);
  return compileView({ kind, file: `app/${name}.html`, name, folder: "components", source }, options);
}

/** The files that a result makes. */
export function printResult({
  view,
  component,
  components,
  uses,
  diagnostics,
  route,
  links,
  styles,
  assets,
  rooted,
}: CompileViewResult): ExpectedFiles {
  const references = {
    ...(route && { route }),
    ...(component && { component }),
    ...(uses.length > 0 && { uses }),
    ...(components.length > 0 && { components }),
    ...(links.length > 0 && { links }),
    ...(styles.length > 0 && { styles }),
    ...(assets.length > 0 && { assets }),
    ...(rooted.length > 0 && { rooted }),
  };
  const hasReferences = view !== undefined && Object.keys(references).length > 0;
  return {
    "view.json": view && `${printJson(view)}\n`,
    "references.json": hasReferences ? `${printJson(shortenRanges(references))}\n` : undefined,
    "diagnostics.txt": diagnostics.length > 0 ? `${diagnostics.map(formatDiagnostic).join("\n\n")}\n` : undefined,
  };
}

export function readExpected(fixture: string): ExpectedFiles {
  const read = (file: string): string | undefined => {
    const path = join(fixtureFolder, fixture, file);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  };
  return {
    "view.json": read("view.json"),
    "references.json": read("references.json"),
    "diagnostics.txt": read("diagnostics.txt"),
  };
}

export function writeExpected(fixture: string, files: ExpectedFiles): void {
  for (const [file, text] of Object.entries(files)) {
    const path = join(fixtureFolder, fixture, file);
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
}

/** Ranges as `line:column-line:column`. */
function shortenRanges(value: object): unknown {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) => {
    if (key !== "range") return part;
    const { start, end } = part as SourceRange;
    return `${start.line}:${start.column}-${end.line}:${end.column}`;
  });
}

/** JSON in which whatever fits stands on one line. */
function printJson(value: unknown, indent = ""): string {
  const flat = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, " ");
  if (flat.length + indent.length <= 110 || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${printJson(item, inner)}`);
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${printJson(item, inner)}`,
  );
  return `{\n${entries.join(",\n")}\n${indent}}`;
}
