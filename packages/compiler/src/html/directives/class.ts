import { compileExpression } from "../expression/compile-expression.ts";
import { missingDirectiveName } from "../messages.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";

/** `data-class-<name>="expr"`: one class, on or off. Class names keep the author's letters. */
export function compileClass({ page, scope, attribute, argument }: DirectiveContext): ElementBinding[] {
  if (argument === "") {
    const message = missingDirectiveName("data-class-", 'data-class-active="expr"');
    page.reporter.report(message, attribute.nameSpan);
  }
  const value = compileExpression(page, scope, attribute);
  return value ? [{ type: "class", name: argument, value: value.expression }] : [];
}
