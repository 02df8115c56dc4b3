import ts from "typescript";
import type { Statement } from "../ir/index.ts";
import type { LowerContext } from "./context.ts";
import { report, unsupportedSyntax } from "./messages.ts";
import { lowerExportAssignment, lowerExportDeclaration } from "./modules/export-statements.ts";
import { lowerImport, lowerImportEquals } from "./modules/import-statements.ts";
import { lowerBlock } from "./statements/block.ts";
import { lowerClassDeclaration } from "./statements/class-declaration.ts";
import { lowerDo } from "./statements/do.ts";
import { lowerEnum } from "./statements/enum.ts";
import { lowerExpressionStatement } from "./statements/expression.ts";
import { lowerForIn } from "./statements/for-in.ts";
import { lowerForOf } from "./statements/for-of.ts";
import { lowerFor } from "./statements/for.ts";
import { lowerFunctionDeclaration } from "./statements/function-declaration.ts";
import { lowerIf } from "./statements/if.ts";
import { lowerBreak, lowerContinue } from "./statements/jump.ts";
import { lowerLabeled } from "./statements/labeled.ts";
import { lowerNamespace } from "./statements/namespace.ts";
import { lowerReturn } from "./statements/return.ts";
import { lowerSwitch } from "./statements/switch.ts";
import { lowerThrow } from "./statements/throw.ts";
import { lowerTry } from "./statements/try.ts";
import { lowerVariableStatement } from "./statements/variable.ts";
import { lowerWhile } from "./statements/while.ts";

export { lowerStatements } from "./statements/statement-list.ts";

/** Makes the intermediate form of one kind of statement. */
type Lowerer = (context: LowerContext, node: never) => Statement[];

function lowerNothing(): Statement[] {
  return [];
}

const lowerers: Partial<Record<ts.SyntaxKind, Lowerer>> = {
  [ts.SyntaxKind.Block]: lowerBlock,
  [ts.SyntaxKind.BreakStatement]: lowerBreak,
  [ts.SyntaxKind.ClassDeclaration]: lowerClassDeclaration,
  [ts.SyntaxKind.ContinueStatement]: lowerContinue,
  [ts.SyntaxKind.DebuggerStatement]: lowerNothing,
  [ts.SyntaxKind.DoStatement]: lowerDo,
  [ts.SyntaxKind.EmptyStatement]: lowerNothing,
  [ts.SyntaxKind.EnumDeclaration]: lowerEnum,
  [ts.SyntaxKind.ExportAssignment]: lowerExportAssignment,
  [ts.SyntaxKind.ExportDeclaration]: lowerExportDeclaration,
  [ts.SyntaxKind.ExpressionStatement]: lowerExpressionStatement,
  [ts.SyntaxKind.ForInStatement]: lowerForIn,
  [ts.SyntaxKind.ForOfStatement]: lowerForOf,
  [ts.SyntaxKind.ForStatement]: lowerFor,
  [ts.SyntaxKind.FunctionDeclaration]: lowerFunctionDeclaration,
  [ts.SyntaxKind.IfStatement]: lowerIf,
  [ts.SyntaxKind.ImportDeclaration]: lowerImport,
  [ts.SyntaxKind.ImportEqualsDeclaration]: lowerImportEquals,
  [ts.SyntaxKind.InterfaceDeclaration]: lowerNothing,
  [ts.SyntaxKind.LabeledStatement]: lowerLabeled,
  [ts.SyntaxKind.ModuleDeclaration]: lowerNamespace,
  [ts.SyntaxKind.NamespaceExportDeclaration]: lowerNothing,
  [ts.SyntaxKind.ReturnStatement]: lowerReturn,
  [ts.SyntaxKind.SwitchStatement]: lowerSwitch,
  [ts.SyntaxKind.ThrowStatement]: lowerThrow,
  [ts.SyntaxKind.TryStatement]: lowerTry,
  [ts.SyntaxKind.TypeAliasDeclaration]: lowerNothing,
  [ts.SyntaxKind.VariableStatement]: lowerVariableStatement,
  [ts.SyntaxKind.WhileStatement]: lowerWhile,
};

/** The intermediate form of a statement; types leave nothing. */
export function lowerStatement(context: LowerContext, node: ts.Statement): Statement[] {
  const lower = lowerers[node.kind];
  if (lower) return lower(context, node as never);
  report(context, node, unsupportedSyntax(`\`${ts.SyntaxKind[node.kind]}\``));
  return [];
}
