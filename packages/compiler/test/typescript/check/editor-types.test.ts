import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../../src/typescript/check/library.ts";
import { resolveCompilerOptions } from "../../../src/typescript/check/compiler-options.ts";

const app = join(import.meta.dirname, "../../../../../fixtures/apps/counter");
const controller = join(app, "app/controller.ts");

/** A program of one file, with the options that an app extends. */
function createEditorProgram(source: string): ts.Program {
  const config = { extends: "unplugin-rune/tsconfig.json", files: [] };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, app, undefined, join(app, "tsconfig.json"));
  return createProgram(source, options, ts.createCompilerHost(options));
}

/** A program of one file, with what the compiler knows. */
function createCompilerProgram(source: string): ts.Program {
  const options = resolveCompilerOptions();
  const library = loadLibrary();
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getDefaultLibFileName = () => library.fileName;
  host.getSourceFile = (file, ...rest) => (file === library.fileName ? library : getSourceFile(file, ...rest));
  return createProgram(source, options, host);
}

function createProgram(source: string, options: ts.CompilerOptions, host: ts.CompilerHost): ts.Program {
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) =>
    file === controller ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2023) : getSourceFile(file, ...rest);
  return ts.createProgram([controller], options, host);
}

/** What a module can name, each with what it has: `Map: … groupBy …`. */
function listGlobals(program: ts.Program): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(controller)!;
  const list = (type: ts.Type): string[] =>
    type.getProperties().flatMap(({ name }) => (name === "prototype" ? [] : name.replace(/@\d+$/, "")));
  return checker
    .getSymbolsInScope(file, ts.SymbolFlags.Value | ts.SymbolFlags.Type)
    .map((symbol) => {
      const value = symbol.flags & ts.SymbolFlags.Value ? list(checker.getTypeOfSymbol(symbol)) : [];
      const type = symbol.flags & ts.SymbolFlags.Type ? list(checker.getDeclaredTypeOfSymbol(symbol)) : [];
      return `${symbol.name}: ${[...value, ...type].sort().join(" ")}`;
    })
    .filter((text) => !notEverybodys.test(text))
    .sort();
}

/** Patterns of imports, which the compiler follows by itself, and a name inside the ES library. */
const notEverybodys = /^("\*|IteratorObjectConstructor:)/;

describe("the types of editors", () => {
  test("are those that the compiler checks with", () => {
    const source = "export {};";
    expect(listGlobals(createEditorProgram(source))).toEqual(listGlobals(createCompilerProgram(source)));
  });
  test("know what of the platform a controller may use, and nothing of the page", () => {
    const source = `
      const timer = setTimeout(() => console.log("later"), 10);
      clearTimeout(timer);
      clearInterval(setInterval(() => queueMicrotask(() => undefined), 10));
      export const copy = structuredClone({ bytes: new TextEncoder().encode("text") });
      export const groups = Object.groupBy(new Set(["a"]).union(new Set(["b"])), (text) => text);
      export const title = document.title;
    `;
    const program = createEditorProgram(source);
    const errors = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("'document'");
  });
});
