import ts from "typescript";
import { librarySource, librarySourceDigest } from "../generated/library-source.ts";
import { loweredLibrary } from "../generated/lowered-library.ts";
import { lowerCoroutines } from "./coroutine/index.ts";
import type { IrModule } from "./ir/index.ts";
import { lowerLibrary } from "./lower/index.ts";
import { decodeGraph, encodeGraph } from "./object-graph.ts";

/** Folder that the library's files stand in, which no author's file can: in positions, and so in source maps. */
export const LIBRARY_FOLDER = "rune:library/";

let library: ReadonlyMap<string, IrModule> | undefined;

/** The library in the intermediate form, as the build has left it, or lowered now if it has not. */
export function loadLibrary(): ReadonlyMap<string, IrModule> {
  library ??=
    loweredLibrary.digest === librarySourceDigest
      ? (decodeGraph(loweredLibrary.graph) as ReadonlyMap<string, IrModule>)
      : lowerSources(librarySource);
  return library;
}

/** The library lowered anew, as text for the build to leave. */
export function lowerLibraryToText(): string {
  return encodeGraph(lowerSources(librarySource));
}

function lowerSources(sources: Readonly<Record<string, string>>): ReadonlyMap<string, IrModule> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noLib: true,
    noEmit: true,
    types: [],
  };
  const files = new Map(
    Object.entries(sources).map(([name, text]) => [
      `${LIBRARY_FOLDER}${name}`,
      ts.createSourceFile(`${LIBRARY_FOLDER}${name}`, text, ts.ScriptTarget.ES2023, true),
    ]),
  );
  const host: ts.CompilerHost = {
    getSourceFile: (name) => files.get(name),
    getDefaultLibFileName: () => "",
    writeFile: () => {},
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => files.has(name),
    readFile: (name) => files.get(name)?.text,
    resolveModuleNameLiterals: (literals) =>
      literals.map(({ text }) => ({
        resolvedModule: { resolvedFileName: text.replace(/^\.\//, LIBRARY_FOLDER), extension: ts.Extension.Ts },
      })),
  };
  const program = ts.createProgram({ rootNames: [...files.keys()], options, host });
  const modules = lowerLibrary(
    program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile),
    program.getTypeChecker(),
  );
  lowerCoroutines(modules.values());
  return modules;
}
