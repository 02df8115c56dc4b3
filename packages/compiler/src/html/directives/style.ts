import { compileExpression } from "../expression/compile-expression.ts";
import { missingDirectiveName, styleNameCase } from "../messages.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";

/** `data-style-<property>="expr"`: one style property. Custom properties keep the author's letters. */
export function compileStyle({ page, scope, attribute, argument }: DirectiveContext): ElementBinding[] {
  const isCustom = argument.startsWith("--");
  const isCamel = !isCustom && /[a-z][A-Z]/.test(argument);
  if (argument === "") {
    const message = missingDirectiveName("data-style-", 'data-style-width="expr"');
    page.reporter.report(message, attribute.nameSpan);
  } else if (isCamel) {
    const kebab = argument.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    page.reporter.report(styleNameCase(argument, kebab), attribute.nameSpan);
  }
  const value = compileExpression(page, scope, attribute);
  const name = isCustom ? argument : argument.toLowerCase();
  return value ? [{ type: "style", name, value: value.expression }] : [];
}
