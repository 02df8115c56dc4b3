import type { Diagnostic } from "@rune/schema";
import ts from "typescript";
import type { CompileModuleInput } from "../../engines/compiled-module.ts";
import { findPathMappings } from "./author-options.ts";
import { LIBRARY_FILE, loadLibrary } from "./library.ts";
import { importRefused } from "./messages.ts";
import type { PathMapping } from "./path-mappings.ts";
import { mapImport } from "./path-mappings.ts";
import { placeOfNode } from "./place.ts";
import { resolveImport } from "./resolve-import.ts";
import type { SourceFileCache } from "./source-files.ts";
import { createSourceTexts, parseFile } from "./source-files.ts";

/** Folder in which the author's files seem to lie. Their names stay relative to it. */
const PROJECT_FOLDER = "/project";

/** One check: TypeScript's program over the author's files, and what was found while they were gathered. */
export interface Project {
  program: ts.Program;
  diagnostics: Diagnostic[];
  /** The author's files, of which some may hold types only, in the order in which TypeScript met them. */
  files: ts.SourceFile[];
  /** Path of the file that an import of a module means. */
  findImported(file: ts.SourceFile, specifier: string): string | undefined;
}

/** Makes a program of a module and all that it imports. There is no disk: files come from the input. */
export function createProject(input: CompileModuleInput, options: ts.CompilerOptions, cache: SourceFileCache): Project {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const texts = createSourceTexts((path) => (path === input.file ? input.source : input.readFile(path)), report);
  const isInside = (path: string): boolean => !/^$|^\/|^\.\.(?:\/|$)|\\/.test(path);
  const exists = (path: string): boolean => isInside(path) && texts.read(path) !== undefined;
  const imports = new Map<string, Map<string, string>>();
  let mappings: readonly PathMapping[] | undefined;

  const resolve = (literal: ts.StringLiteralLike, file: ts.SourceFile): string | undefined => {
    const found = resolveImport(literal.text, file.fileName, exists, (specifier) =>
      mapImport(specifier, (mappings ??= findPathMappings(input))),
    );
    if ("refusal" in found) {
      report(importRefused(placeOfNode(literal, file), found.refusal));
      return undefined;
    }
    const known = imports.get(file.fileName) ?? new Map<string, string>();
    imports.set(file.fileName, known.set(literal.text, found.path));
    return found.path;
  };

  const host: ts.CompilerHost = {
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    getSourceFile(path, fileOptions) {
      if (path === LIBRARY_FILE) return loadLibrary();
      const text = exists(path) ? texts.read(path) : undefined;
      return text === undefined ? undefined : parseFile(cache, path, text, fileOptions, report);
    },
    resolveModuleNameLiterals: (literals, _file, _redirect, _options, source) =>
      literals.map((literal) => ({ resolvedModule: describeFile(resolve(literal, source)) })),
    // The types of the guest library are there anyway; a comment that asks an editor for them is no error.
    resolveTypeReferenceDirectiveReferences: (references) =>
      references.map((reference) => {
        const name = typeof reference === "string" ? reference : reference.fileName;
        const isGuest = name === "@rune/guest" || name.startsWith("@rune/guest/");
        return {
          resolvedTypeReferenceDirective: isGuest ? { primary: true, resolvedFileName: LIBRARY_FILE } : undefined,
        };
      }),
    getDefaultLibFileName: () => LIBRARY_FILE,
    getCurrentDirectory: () => PROJECT_FOLDER,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => path === LIBRARY_FILE || exists(path),
    directoryExists: () => false,
    readFile: () => undefined,
    writeFile: () => undefined,
  };
  const program = ts.createProgram({ rootNames: [input.file], options, host });
  return {
    program,
    diagnostics,
    files: program.getSourceFiles().filter(({ fileName }) => fileName !== LIBRARY_FILE),
    findImported: (file, specifier) => imports.get(file.fileName)?.get(specifier),
  };
}

function describeFile(path: string | undefined): ts.ResolvedModuleFull | undefined {
  if (path === undefined) return undefined;
  const extension = [ts.Extension.Dts, ts.Extension.Mts].find((each) => path.endsWith(each)) ?? ts.Extension.Ts;
  return { resolvedFileName: path, extension, isExternalLibraryImport: false };
}
