import ts from "typescript";
import type { Statement } from "../ir/index.ts";
import type { LowerContext } from "./context.ts";
import { report, unsupportedSyntax } from "./messages.ts";

/** Makes the intermediate form of one kind of statement. */
type Lowerer = (context: LowerContext, node: never) => Statement[];

const lowerers: Partial<Record<ts.SyntaxKind, Lowerer>> = {};

/** The intermediate form of a statement; types leave nothing. */
export function lowerStatement(context: LowerContext, node: ts.Statement): Statement[] {
  const lower = lowerers[node.kind];
  if (lower) return lower(context, node as never);
  report(context, node, unsupportedSyntax(`\`${ts.SyntaxKind[node.kind]}\``));
  return [];
}
