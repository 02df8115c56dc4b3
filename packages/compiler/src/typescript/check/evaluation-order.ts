import type { Diagnostic } from "@rune/schema";
import type ts from "typescript";
import { importDeclaration } from "./messages.ts";
import { placeOfNode } from "./place.ts";
import type { Project } from "./project.ts";
import { listRuntimeImports } from "./runtime-imports.ts";

/**
 * The modules that run with an entry, in the order in which JavaScript evaluates them: depth first, each after what it imports,
 * save where imports go in a circle.
 */
export function orderModules(
  entry: ts.SourceFile,
  project: Pick<Project, "files" | "findImported">,
  checker: ts.TypeChecker,
  report: (diagnostic: Diagnostic) => void,
): ts.SourceFile[] {
  const byName = new Map(project.files.map((file) => [file.fileName, file]));
  const order: ts.SourceFile[] = [];
  const visited = new Set<ts.SourceFile>();
  const visit = (file: ts.SourceFile): void => {
    visited.add(file);
    for (const { specifier, named } of listRuntimeImports(file, checker)) {
      const imported = byName.get(project.findImported(file, specifier.text) ?? "");
      if (imported?.isDeclarationFile) {
        if (named) report(importDeclaration(placeOfNode(specifier, file), specifier.text));
      } else if (imported && !visited.has(imported)) {
        visit(imported);
      }
    }
    order.push(file);
  };
  visit(entry);
  return order;
}
