import ts from "typescript";
import { librarySource } from "../generated/library-source.ts";
import { lowerCoroutines } from "./coroutine/index.ts";
import type { IrModule } from "./ir/index.ts";
import { lowerLibrary } from "./lower/index.ts";

/** Folder that the library's files stand in, which no author's file can: in positions, and so in source maps. */
export const LIBRARY_FOLDER = "rune:library/";

let library: ReadonlyMap<string, IrModule> | undefined;

/** The library in the intermediate form; lowered once, since it never changes. */
export function loadLibrary(): ReadonlyMap<string, IrModule> {
  library ??= lowerSources(librarySource);
  return library;
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
