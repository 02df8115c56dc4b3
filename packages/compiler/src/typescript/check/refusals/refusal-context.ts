import type { Diagnostic } from "@rune/schema";
import type ts from "typescript";

/** What a refusal needs to know beyond its node. */
export interface RefusalContext {
  file: ts.SourceFile;
  checker: ts.TypeChecker;
  report(diagnostic: Diagnostic): void;
  /** The author's classes, each with the class that it extends. */
  listSubclasses(): readonly Subclass[];
}

/** A class that extends another one. */
export interface Subclass {
  declaration: ts.ClassLikeDeclaration;
  base: ts.Symbol;
}

/** Looks at a node of the kind for which it is entered, and reports it when it is not in the language. */
export type Refusal = (node: ts.Node, context: RefusalContext) => void;
