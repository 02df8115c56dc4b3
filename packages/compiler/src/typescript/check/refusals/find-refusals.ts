import type { Diagnostic } from "@rune/schema";
import ts from "typescript";
import { isLibraryValue } from "../library.ts";
import * as messages from "../messages.ts";
import { placeOf, placeOfNode } from "../place.ts";
import { visitRuntimeNodes } from "../runtime-nodes.ts";
import type { Refusal, RefusalContext, Subclass } from "./refusal-context.ts";
import { refuseName } from "./refuse-name.ts";
import { refusePrototypeChange } from "./refuse-prototype.ts";

/** What is looked at, by kind of node. */
const refusals: ReadonlyMap<ts.SyntaxKind, Refusal> = new Map<ts.SyntaxKind, Refusal>([
  [ts.SyntaxKind.Identifier, refuseName],
  [ts.SyntaxKind.StringLiteral, refuseName],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, refuseName],
  [ts.SyntaxKind.PropertyAccessExpression, refusePrototypeChange],
  [ts.SyntaxKind.CallExpression, refuseCall],
  [ts.SyntaxKind.NewExpression, refuseFunctionConstructor],
  [ts.SyntaxKind.HeritageClause, refuseBase],
  [ts.SyntaxKind.ImportClause, refuseDeferredImport],
  [ts.SyntaxKind.Decorator, refuseDecorator],
  [ts.SyntaxKind.WithStatement, refuseWith],
]);

/**
 * Reports what TypeScript accepts but the language leaves out. Needs a program that has been checked.
 *
 * @param within The one part of a file to look at, if not all.
 */
export function findRefusals(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
  report: (diagnostic: Diagnostic) => void,
  within?: ts.Node,
): void {
  let subclasses: Subclass[] | undefined;
  const listSubclasses = (): Subclass[] => (subclasses ??= findSubclasses(files, checker));
  for (const file of files) {
    if (file.isDeclarationFile || (within && within.getSourceFile() !== file)) continue;
    const context: RefusalContext = { file, checker, report, listSubclasses };
    visitRuntimeNodes(within ?? file, (node) => refusals.get(node.kind)?.(node, context));
  }
}

function findSubclasses(files: readonly ts.SourceFile[], checker: ts.TypeChecker): Subclass[] {
  const found: Subclass[] = [];
  const visit = (node: ts.Node): void => {
    if (!ts.isClassLike(node)) return;
    const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    const symbol = clause?.types[0] && checker.getSymbolAtLocation(clause.types[0].expression);
    const base = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (base) found.push({ declaration: node, base });
  };
  for (const file of files) visitRuntimeNodes(file, visit);
  return found;
}

function refuseCall(node: ts.Node, context: RefusalContext): void {
  refuseDynamicImport(node, context);
  refuseFunctionConstructor(node, context);
}

/** Refuses to call `Function`, under whatever name. */
function refuseFunctionConstructor(node: ts.Node, { checker, file, report }: RefusalContext): void {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
  const { symbol } = checker.getTypeAtLocation(node.expression);
  if (symbol?.name !== "FunctionConstructor" || !isLibraryValue(symbol)) return;
  report(messages.unsupportedFunctionConstructor(placeOfNode(node.expression, file)));
}

/** Classes of the library whose instances are no objects with fields. */
const sealedClasses: ReadonlySet<string> = new Set(["Array", "Boolean", "Number", "Promise", "String"]);

/** Refuses to extend a class whose instances are no objects with fields. */
function refuseBase(node: ts.Node, { checker, file, report }: RefusalContext): void {
  if (!ts.isHeritageClause(node) || node.token !== ts.SyntaxKind.ExtendsKeyword || !ts.isClassLike(node.parent)) return;
  const base = node.types[0]?.expression;
  if (!base || !ts.isIdentifier(base) || !sealedClasses.has(base.text)) return;
  if (!isLibraryValue(checker.getSymbolAtLocation(base))) return;
  report(messages.unsupportedBase(base.text)(placeOfNode(base, file)));
}

function refuseDynamicImport(node: ts.Node, { file, report }: RefusalContext): void {
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return;
  report(messages.unsupportedDynamicImport(placeOfNode(node, file)));
}

function refuseDeferredImport(node: ts.Node, { file, report }: RefusalContext): void {
  if (!ts.isImportClause(node) || node.phaseModifier !== ts.SyntaxKind.DeferKeyword) return;
  report(messages.unsupportedDynamicImport(placeOfNode(node, file)));
}

function refuseDecorator(node: ts.Node, { file, report }: RefusalContext): void {
  report(messages.unsupportedDecorator(placeOfNode(node, file)));
}

function refuseWith(node: ts.Node, { file, report }: RefusalContext): void {
  if (!ts.isWithStatement(node)) return;
  report(messages.unsupportedWith(placeOf(file, node.getStart(file), node.expression.end + 1)));
}
