import { compileExpression } from "../expression/compile-expression.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";

/** `data-show="expr"`: hidden or not. */
export function compileShow({ page, scope, attribute }: DirectiveContext): ElementBinding[] {
  const value = compileExpression(page, scope, attribute);
  return value ? [{ type: "show", value: value.expression }] : [];
}
