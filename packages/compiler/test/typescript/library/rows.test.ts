import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { intrinsicGenerators } from "../../../src/typescript/generate/expressions/intrinsics/index.ts";
import { intrinsics } from "../../../src/typescript/ir/index.ts";
import { importedRow } from "../../../src/typescript/imported-row.ts";

const directory = join(import.meta.dirname, "../../../src/typescript/library");
const files = readdirSync(directory).filter((file) => file.endsWith(".ts"));
const declared = files
  .filter((file) => file.endsWith(".d.ts"))
  .flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(directory, file), "utf8"), ts.ScriptTarget.Latest);
    return source.statements.filter(ts.isFunctionDeclaration).map((node) => ({ node, source }));
  });

/** Which types of rows a type of TypeScript stands for. */
const kinds: Record<string, readonly string[]> = {
  number: ["number"],
  $int: ["int"],
  boolean: ["boolean"],
  string: ["string"],
  "string | undefined": ["string?"],
  bigint: ["bigint"],
  symbol: ["symbol"],
  "symbol | undefined": ["symbol?"],
  $host: ["host"],
  "$host | undefined": ["host?"],
  void: [""],
};

describe("the intrinsics", () => {
  it("that are functions of JavaScript's own or of the host have the types of their rows", () => {
    const wrong = declared.flatMap(({ node, source }) => {
      const name = node.name?.text ?? "";
      // The level is part of the name of what it calls.
      if (!/^\$(?:js|host)_/.test(name) || name === "$host_log") return [];
      const row = importedRow(name)?.row;
      if (!row) return [`${name} has no row`];
      const written = [...node.parameters.map(({ type }) => type), node.type].map(
        (type) => type?.getText(source) ?? "",
      );
      const rows = [...row.parameters, row.result ?? ""];
      const same =
        rows.length === written.length &&
        rows.every((kind, at) => kinds[written[at]!]?.includes(kind) ?? kind === "callback");
      return same ? [] : [`${name}: ${written.join()} is not ${rows.join()}`];
    });
    expect(wrong).toStrictEqual([]);
  });

  it("that are no imports are declared, described and generated", () => {
    const isImport = (name: string): boolean => /^\$(?:js|host)_/.test(name) && name !== "$host_log";
    const own = (names: readonly string[]): string[] => names.filter((name) => !isImport(name)).sort();
    const names = own(declared.map(({ node }) => node.name?.text ?? ""));
    expect(own(Object.keys(intrinsics))).toStrictEqual(names);
    expect(own(Object.keys(intrinsicGenerators))).toStrictEqual(names);
  });

  it("that are imports are described if they are any", () => {
    const imports = Object.keys(intrinsics).filter((name) => /^\$(?:js|host)_/.test(name) && name !== "$host_log");
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((name) => !importedRow(name))).toStrictEqual([]);
  });

  it("are declared if the library uses them", () => {
    const names = new Set(declared.map(({ node }) => node.name?.text));
    const used = files
      .filter((file) => !file.endsWith(".d.ts"))
      .flatMap((file) => readFileSync(join(directory, file), "utf8").match(/(?<![\w$`])\$[a-z]\w*(?=[(<])/g) ?? []);
    expect(used.length).toBeGreaterThan(100);
    expect([...new Set(used)].filter((name) => !names.has(name))).toStrictEqual([]);
  });
});
