import type { Diagnostic } from "@rune/schema";
import type ts from "typescript";
import type { CompileModuleInput } from "../../engines/compiled-module.ts";
import type { BodyEdit } from "./body-edit.ts";

/** A module with all that it imports, parsed and checked. Positions and symbols are those of TypeScript's compiler API. */
export interface CheckedProgram {
  /** The module that was asked for. Its `fileName`, as those of all author's files, is the project-relative path. */
  entry: ts.SourceFile;
  /**
   * The author's modules that exist at run time, each after those that it imports, as JavaScript evaluates them; the entry
   * is the last. Modules that are imported for their types only are not among them.
   */
  files: ts.SourceFile[];
  checker: ts.TypeChecker;
  program: ts.Program;
  /** Errors, ordered by file and place. With one among them, the program must not be compiled. */
  diagnostics: Diagnostic[];
  /** Project-relative paths of the other files that went into it, sorted. */
  dependencies: string[];
  /** Path of the file that an import of a module means. */
  findImported(file: ts.SourceFile, specifier: string): string | undefined;
}

/** A program checked again after an edit of one function's body. */
export interface RecheckedProgram {
  checked: CheckedProgram;
  edit: BodyEdit;
}

/** How a module is checked. */
export interface CheckOptions {
  /**
   * Options of the author's `tsconfig.json`. Those that choose what is an error count; what the language is and how modules
   * are found is fixed.
   */
  compilerOptions?: ts.CompilerOptions;
}

/** Checks modules one after the other; what has not changed between two checks is not parsed again. */
export interface CheckSession {
  /**
   * Does not throw for what an author wrote: every failure is a diagnostic.
   *
   * @throws {TypeError} When `input.file` is not the project-relative path of a TypeScript module.
   */
  check(input: CompileModuleInput, options?: CheckOptions): CheckedProgram;
  /**
   * Checks only what an edit can have made wrong, of a program in which nothing was. `undefined` if it is not one function's body that was
   * edited, or if anything is wrong now: then the whole program has to be checked.
   */
  recheck(previous: CheckedProgram, input: CompileModuleInput, options?: CheckOptions): RecheckedProgram | undefined;
}
