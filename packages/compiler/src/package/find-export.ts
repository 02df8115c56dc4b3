import ts from "typescript";
import { resolveImport } from "../typescript/check/resolve-import.ts";
import type { SourceText } from "./source-text.ts";

/** A function and the file that it is written in, whose name is the project-relative path. */
export interface FoundFunction {
  file: ts.SourceFile;
  function: ts.SignatureDeclaration;
}

type ReadFile = (path: string) => string | undefined;

/**
 * Finds the function that a file exports by a name, where it is written or through whatever other files pass it on. `seen` are the files on the way
 * here, which may pass it on to each other.
 */
export function findExport(
  { file: path, text }: SourceText,
  name: string,
  readFile: ReadFile,
  seen: readonly string[] = [],
): FoundFunction | undefined {
  const key = `${path} ${name}`;
  // Without the name or a star, nothing is exported by it.
  if (seen.includes(key) || !(text.includes(name) || /export\s*\*/.test(text))) return undefined;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
  const { statements } = file;
  const follow = (from: ts.Expression, wanted: string): FoundFunction | undefined => {
    const source = ts.isStringLiteral(from) ? readImport(from.text, path, readFile) : undefined;
    return source && findExport(source, wanted, readFile, [...seen, key]);
  };
  const written = statements.filter(isExported).flatMap((each) => findFunction(each, name) ?? [])[0];
  if (written) return { file, function: written };
  for (const { exportClause, moduleSpecifier } of statements.filter(ts.isExportDeclaration)) {
    const found =
      exportClause && ts.isNamedExports(exportClause) && exportClause.elements.find((each) => each.name.text === name);
    if (found) {
      const local = (found.propertyName ?? found.name).text;
      if (moduleSpecifier) return follow(moduleSpecifier, local);
      const own = statements.flatMap((each) => findFunction(each, local) ?? [])[0];
      const imported = findImport(statements, local);
      return own ? { file, function: own } : imported && follow(...imported);
    }
    const passed = !exportClause && moduleSpecifier && follow(moduleSpecifier, name);
    if (passed) return passed;
  }
  return undefined;
}

function readImport(specifier: string, from: string, readFile: ReadFile): SourceText | undefined {
  const resolved = resolveImport(
    specifier,
    from,
    (path) => readFile(path) !== undefined,
    () => [],
  );
  const text = "path" in resolved ? readFile(resolved.path) : undefined;
  return "path" in resolved && text !== undefined ? { file: resolved.path, text } : undefined;
}

/** Where a file has a name from, and what it is called there. */
function findImport(
  statements: readonly ts.Statement[],
  local: string,
): [from: ts.Expression, name: string] | undefined {
  for (const { importClause, moduleSpecifier } of statements.filter(ts.isImportDeclaration)) {
    const named = importClause?.namedBindings;
    const found = named && ts.isNamedImports(named) && named.elements.find((each) => each.name.text === local);
    if (found) return [moduleSpecifier, (found.propertyName ?? found.name).text];
  }
  return undefined;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function findFunction(statement: ts.Statement, wanted: string): ts.SignatureDeclaration | undefined {
  const isWanted = (name: ts.Node | undefined): boolean =>
    name !== undefined && ts.isIdentifier(name) && name.text === wanted;
  if (ts.isFunctionDeclaration(statement)) return isWanted(statement.name) ? statement : undefined;
  if (!ts.isVariableStatement(statement)) return undefined;
  const found = statement.declarationList.declarations.find(({ name }) => isWanted(name))?.initializer;
  return found && (ts.isArrowFunction(found) || ts.isFunctionExpression(found)) ? found : undefined;
}
