import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { createExpression, createUndefined } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { report, unsupportedImportMeta, unsupportedNewTarget } from "../messages.ts";
import { lowerThis } from "./this.ts";

/** `new.target` in constructors: the class of the object that is being made. `import.meta` is refused. */
export function lowerMetaProperty(context: LowerContext, node: ts.MetaProperty): Expression {
  if (node.keywordToken === ts.SyntaxKind.NewKeyword && context.constructing) {
    return createExpression(context, node, { op: "property", object: lowerThis(context, node), name: "constructor" });
  }
  const isImport = node.keywordToken === ts.SyntaxKind.ImportKeyword;
  report(context, node, isImport ? unsupportedImportMeta() : unsupportedNewTarget());
  return createUndefined(context, node);
}
