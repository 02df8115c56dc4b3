import { checkAttribute, checkAttributeName } from "@rune/schema";
import type { PropertyName } from "@rune/schema";
import { foreignContent, html, Token } from "parse5";
import { readExpression } from "../expression/compile-expression.ts";
import { invalidAttributeName, missingDirectiveName, refusedMarkup } from "../messages.ts";
import { isAttributeName } from "../names/markup-names.ts";
import type { ElementBinding } from "../page-tree.ts";
import { noteConstants } from "../resources/note-packaged.ts";
import type { DirectiveContext } from "./directive.ts";

const properties: ReadonlySet<string> = new Set(["value", "checked", "selected", "indeterminate", "muted"]);

/** `data-bind-<attribute>="expr"`: an attribute, or one of the few that are bound as properties. */
export function compileBindAttribute(context: DirectiveContext): ElementBinding[] {
  const { page, scope, element, attribute } = context;
  const { reporter } = page;
  const name = restoreName(element.tag, context.argument.toLowerCase());
  if (name === "") {
    reporter.report(missingDirectiveName("data-bind-", 'data-bind-title="expr"'), attribute.nameSpan);
    return [];
  }
  const refusal = checkAttributeName(element.tag, name);
  if (refusal) reporter.report(refusedMarkup(refusal), attribute.nameSpan);
  else if (!isAttributeName(name)) reporter.report(invalidAttributeName(name), attribute.nameSpan);
  const read = readExpression(page, scope, attribute);
  if (!read) return [];
  page.checks.push({ type: "value", expression: read.checked });
  noteConstants(page, name, read.checked);
  const value = read.lowered.expression;
  const valueRefusal =
    typeof value === "string" && !refusal && checkAttribute(element.tag, name, value, page.options.policy);
  if (valueRefusal) reporter.report(refusedMarkup(valueRefusal), attribute.valueSpan);
  if (properties.has(name) && !element.tag.includes(":")) {
    return [{ type: "property", name: name as PropertyName, value }];
  }
  return [{ type: "attribute", name, value }];
}

/** HTML lower-cases names; SVG's and MathML's own letters come back from the tables of the HTML standard. */
function restoreName(tag: string, name: string): string {
  if (!tag.includes(":")) return name;
  const attribute: Token.Attribute = { name, value: "" };
  const token: Token.TagToken = {
    type: Token.TokenType.START_TAG,
    tagName: tag,
    tagID: html.TAG_ID.UNKNOWN,
    selfClosing: false,
    ackSelfClosing: false,
    attrs: [attribute],
    location: null,
  };
  if (tag.startsWith("svg:")) foreignContent.adjustTokenSVGAttrs(token);
  else foreignContent.adjustTokenMathMLAttrs(token);
  return attribute.name;
}
