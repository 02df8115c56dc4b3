import { compileExpression } from "../expression/compile-expression.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";
import { isField } from "./is-field.ts";
import { validityElement } from "./messages.ts";

/** `data-validity="expr"`: what is wrong with what was entered in a field. */
export function compileValidity({ page, scope, element, attribute }: DirectiveContext): ElementBinding[] {
  if (!isField(element)) page.reporter.report(validityElement(element.tag), attribute.nameSpan);
  const value = compileExpression(page, scope, attribute);
  return value ? [{ type: "validity", value: value.expression }] : [];
}
