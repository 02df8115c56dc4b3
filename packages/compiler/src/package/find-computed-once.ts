import ts from "typescript";
import { createFileChecker } from "../typescript/check/file-checker.ts";
import { findChanges, readChange, readPath, runsAtOnce, type Change, type ReadPath } from "./find-changes.ts";
import type { SourceText } from "./source-text.ts";

/**
 * A controller's file runs once, and so do the values of its constants. Somebody who knows frameworks that compute them again expects that they
 * follow what they were computed from. Found are those that plainly cannot: their value reads what changes later, and nothing else keeps it up to
 * date. Where that is not certain, such as when functions get hold of the constant, nothing is found.
 */

/** An exported constant whose value does not follow what it was computed from. */
export interface ComputedConstant {
  name: string;
  /** Names of the file that its value reads, and that change later. */
  reads: string[];
  /** Where its name stands. */
  start: number;
  end: number;
}

/** Finds constants among the exports of these names; `assigned` are the file's own variables that the host assigns. */
export function findComputedOnce(
  { file: path, text }: SourceText,
  names: ReadonlySet<string>,
  assigned: ReadonlySet<string>,
): ComputedConstant[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  if (!listConstants(file, names).some(({ initializer }) => isComputed(initializer))) return [];
  // Which name means what needs no types: these need all other files, and take longer.
  const checker = createFileChecker(file, { target: ts.ScriptTarget.ES2023 });
  const changes = findChanges(file, checker, assigned);
  return listConstants(file, names).flatMap(({ name, initializer }) => {
    const own = checker.getSymbolAtLocation(name);
    if (!own || !isComputed(initializer) || changes.isHeld(own)) return [];
    const reads = new Set<string>();
    const isOfObjects = makesObjects(initializer);
    const visit = (node: ts.Node, seen: readonly ts.Node[]): void => {
      if (ts.isTypeNode(node) || ts.isClassLike(node) || (ts.isFunctionLike(node) && !runsAtOnce(node))) return;
      if (ts.isIdentifier(node)) {
        const symbol = changes.find(node);
        const read = symbol && !readChange(node) && readPath(node);
        if (read && changes.of(symbol).some((change) => isMissed(read, change, isOfObjects))) reads.add(node.text);
        const called = symbol && ts.isCallExpression(node.parent) && node.parent.expression === node;
        const body = called && !seen.includes(node) ? changes.bodyOf(symbol) : undefined;
        if (body && !seen.includes(body)) visit(body, [...seen, body]);
      }
      ts.forEachChild(node, (child) => visit(child, seen));
    };
    visit(initializer, []);
    return reads.size === 0
      ? []
      : { name: name.text, reads: [...reads], start: name.getStart(file), end: name.getEnd() };
  });
}

/** Whether a value that was read does not show a change. What an object has changes also for those who have the object already. */
function isMissed({ path, isComputed: reduces }: ReadPath, change: Change, isOfObjects: boolean): boolean {
  // Handlers get these objects from the view, and may change both.
  if (isOfObjects && change.type === "assigned" && change.path.length > 0) return false;
  const [a, b] = [path, change.path];
  const begins = (long: readonly string[], short: readonly string[]): boolean =>
    short.every((part, i) => long[i] === part);
  if (change.type === "assigned" && begins(a, b)) return true;
  return reduces && (begins(a, b) || begins(b, a));
}

/** Whether a value has objects of its own, which are told apart. */
function makesObjects(node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isNewExpression(node) ||
    ts.forEachChild(node, (child) => makesObjects(child) || undefined) === true
  );
}

interface Constant {
  name: ts.Identifier;
  initializer: ts.Expression;
}

function listConstants(file: ts.SourceFile, names: ReadonlySet<string>): Constant[] {
  const exported = new Set<string>();
  for (const each of file.statements) {
    if (!ts.isExportDeclaration(each) || each.moduleSpecifier || !each.exportClause) continue;
    if (!ts.isNamedExports(each.exportClause)) continue;
    for (const { name, propertyName } of each.exportClause.elements)
      if (names.has(name.text)) exported.add((propertyName ?? name).text);
  }
  return file.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) return [];
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer && (isExported ? names : exported).has(name.text)
        ? { name, initializer }
        : [],
    );
  });
}

/** Functions are asked again, and literals have nothing to follow. */
function isComputed(value: ts.Expression): boolean {
  return !ts.isFunctionLike(value) && !ts.isLiteralExpression(value);
}
