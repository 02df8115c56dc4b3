import { compileExpression } from "../expression/compile-expression.ts";
import { bindOnVoid, bindOverElements, directiveConflict } from "../messages.ts";
import { isVoidElement } from "../names/void-elements.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";

/** `data-bind="expr"`: the element's text. */
export function compileBindText({ page, scope, element, attribute }: DirectiveContext): ElementBinding[] {
  const { reporter } = page;
  if (isVoidElement(element.tag)) reporter.report(bindOnVoid(element.tag), attribute.nameSpan);
  else if (element.attributes.some(({ name }) => name === "data-each")) {
    const hint = "`data-each` fills the element with rows; bind the text of an element inside";
    reporter.report(directiveConflict("data-bind", "data-each", hint), attribute.nameSpan);
  } else if (element.children.some(({ type }) => type === "element")) {
    reporter.report(bindOverElements(), attribute.nameSpan);
  }
  const value = compileExpression(page, scope, attribute);
  return value ? [{ type: "text", value: value.expression }] : [];
}
