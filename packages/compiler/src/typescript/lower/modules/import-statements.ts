import ts from "typescript";
import type { Statement } from "../../ir/index.ts";
import type { LowerContext } from "../context.ts";
import { report, unsupportedSyntax } from "../messages.ts";

/** `import`: names of variables of other modules, which are found where they are used. */
export function lowerImport(): Statement[] {
  return [];
}

/** `import x = N.y` is another name; `import x = require(…)` belongs to another kind of module. */
export function lowerImportEquals(context: LowerContext, node: ts.ImportEqualsDeclaration): Statement[] {
  if (ts.isExternalModuleReference(node.moduleReference) && !node.isTypeOnly) {
    report(context, node, unsupportedSyntax("`import … = require(…)`"));
  }
  return [];
}
