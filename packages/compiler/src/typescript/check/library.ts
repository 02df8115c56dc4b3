import ts from "typescript";
import { guestTypes } from "../../generated/guest-types.ts";
import { typescriptLibrary } from "../../generated/typescript-library.ts";
import { resolveCompilerOptions } from "./compiler-options.ts";
import { createFileChecker } from "./file-checker.ts";

/** Path of the library, beside the folder of the project: no import of the author's leads there. */
export const LIBRARY_FILE = "/library/lib.d.ts";

let library: ts.SourceFile | undefined;

/** The types that every module sees: the ES library, the platform's and `rune`. Parsed and bound once, for it never changes. */
export function loadLibrary(): ts.SourceFile {
  if (library) return library;
  const file = ts.createSourceFile(LIBRARY_FILE, typescriptLibrary + guestTypes, {
    languageVersion: ts.ScriptTarget.ES2023,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  bindFile(file);
  library = file;
  return file;
}

/** Whether something is declared by the library and by nobody else. */
export function isLibraryValue(symbol: ts.Symbol | undefined): boolean {
  return symbol?.declarations?.every((declaration) => declaration.getSourceFile() === library) === true;
}

/**
 * Binds a file by starting a checker over it alone. TypeScript's binder keeps its state in its module and puts it in order only
 * at the end of a file: after an exception left it in the middle of one, binding any other file repairs it.
 */
export function bindFile(file: ts.SourceFile): void {
  createFileChecker(file, resolveCompilerOptions());
}

/** Puts TypeScript's binder in order after an exception came out of it. */
export function repairBinder(): void {
  bindFile(ts.createSourceFile("/empty.ts", "", ts.ScriptTarget.ES2023));
}
