import ts from "typescript";
import type { CheckedProgram } from "./checked-program.ts";
import { visitRuntimeNodes } from "./runtime-nodes.ts";

/** An import or re-export that a module has at run time. */
export interface RuntimeImport {
  specifier: ts.StringLiteralLike;
  /** It brings in values by name, rather than only running the module or passing on all that it exports. */
  named: boolean;
}

/**
 * The imports of a file that exist at run time, in order. As in TypeScript's own output, an import whose names are never used as
 * values is gone, and the imported module does not run on its account.
 */
export function listRuntimeImports(file: ts.SourceFile, checker: ts.TypeChecker): RuntimeImport[] {
  const used = findUsedImports(file, checker);
  return file.statements.flatMap((statement) => {
    const found = ts.isImportDeclaration(statement)
      ? readImport(statement, checker, used)
      : ts.isExportDeclaration(statement)
        ? readExport(statement, checker)
        : undefined;
    return found ? [found] : [];
  });
}

/** Where a file imports another at run time, if it does. */
export function findRuntimeImport(
  file: ts.SourceFile,
  target: ts.SourceFile,
  { checker, findImported }: Pick<CheckedProgram, "checker" | "findImported">,
): ts.StringLiteralLike | undefined {
  return listRuntimeImports(file, checker)
    .map(({ specifier }) => specifier)
    .find(({ text }) => findImported(file, text) === target.fileName);
}

function readImport(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  checker: ts.TypeChecker,
  used: ReadonlySet<ts.Symbol>,
): RuntimeImport | undefined {
  if (!ts.isStringLiteralLike(moduleSpecifier)) return undefined;
  if (!importClause) return { specifier: moduleSpecifier, named: false };
  const isUsed = listImportNames(importClause).some((name) => {
    const symbol = checker.getSymbolAtLocation(name);
    return symbol !== undefined && used.has(symbol);
  });
  return isUsed ? { specifier: moduleSpecifier, named: true } : undefined;
}

function readExport(
  { exportClause, isTypeOnly, moduleSpecifier }: ts.ExportDeclaration,
  checker: ts.TypeChecker,
): RuntimeImport | undefined {
  if (isTypeOnly || !moduleSpecifier || !ts.isStringLiteralLike(moduleSpecifier)) return undefined;
  if (!exportClause || ts.isNamespaceExport(exportClause)) return { specifier: moduleSpecifier, named: false };
  const isValue = exportClause.elements.some(
    (element) => !element.isTypeOnly && isValueSymbol(checker.getSymbolAtLocation(element.name), checker),
  );
  return isValue ? { specifier: moduleSpecifier, named: true } : undefined;
}

/** Names that an import clause declares, save those that it declares as types. */
function listImportNames({ isTypeOnly, name, namedBindings }: ts.ImportClause): ts.Identifier[] {
  if (isTypeOnly) return [];
  const names = name ? [name] : [];
  if (!namedBindings) return names;
  if (ts.isNamespaceImport(namedBindings)) return [...names, namedBindings.name];
  return [...names, ...namedBindings.elements.filter((element) => !element.isTypeOnly).map((element) => element.name)];
}

/** Imported names that stand somewhere as a value. */
function findUsedImports(file: ts.SourceFile, checker: ts.TypeChecker): Set<ts.Symbol> {
  const used = new Set<ts.Symbol>();
  const names = new Set(
    file.statements.flatMap((statement) =>
      ts.isImportDeclaration(statement) && statement.importClause
        ? listImportNames(statement.importClause).map(({ text }) => text)
        : [],
    ),
  );
  if (names.size === 0) return used;
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) continue;
    visitRuntimeNodes(statement, (node) => {
      if (!ts.isIdentifier(node) || !names.has(node.text)) return;
      const symbol = findValueSymbol(node, checker);
      if (symbol) used.add(symbol);
    });
  }
  return used;
}

/** What an identifier outside of types refers to, if that is a value. */
function findValueSymbol(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  if (ts.isExportSpecifier(parent)) {
    if (parent.isTypeOnly || parent.parent.parent.isTypeOnly || parent.parent.parent.moduleSpecifier) return undefined;
    const symbol = checker.getExportSpecifierLocalTargetSymbol(parent);
    return isValueSymbol(symbol, checker) ? symbol : undefined;
  }
  const symbol = checker.getSymbolAtLocation(node);
  if (!ts.isExportAssignment(parent)) return symbol;
  return isValueSymbol(symbol, checker) ? symbol : undefined;
}

function isValueSymbol(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  if (!symbol) return false;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (target.flags & ts.SymbolFlags.Value) !== 0;
}
