import ts from "typescript";
import type { Expression } from "../../ir/index.ts";
import { callLibrary, createExpression, createString, createUndefined, plainArguments } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { lowerCallee } from "./callee.ts";
import { globalNameOf } from "./global.ts";

/** Text with values in it. */
export function lowerTemplate(context: LowerContext, node: ts.TemplateExpression): Expression {
  const texts = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text);
  return template(context, node, texts, node.templateSpans);
}

function template(
  context: LowerContext,
  node: ts.Node,
  texts: string[],
  spans: readonly ts.TemplateSpan[],
): Expression {
  const values = spans.map(({ expression }) => lowerExpression(context, expression));
  return createExpression(context, node, { op: "template", texts, values });
}

/** A call of a function with the texts, and the values between them. */
export function lowerTaggedTemplate(context: LowerContext, node: ts.TaggedTemplateExpression): Expression {
  const { template: literal } = node;
  const spans = ts.isTemplateExpression(literal) ? literal.templateSpans : [];
  const parts = ts.isTemplateExpression(literal) ? [literal.head, ...spans.map((span) => span.literal)] : [literal];
  const raw = parts.map(rawText);
  if (isStringRaw(context, node.tag)) return template(context, node, raw, spans);
  const call = lowerCallee(context, node.tag);
  const strings = callLibrary(context, literal, "templateStrings", [
    createTexts(context, literal, parts.map(cookedText)),
    createTexts(context, literal, raw),
  ]);
  const values = spans.map(({ expression }) => lowerExpression(context, expression));
  return call(node, plainArguments([strings, ...values]));
}

type Part = ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail | ts.NoSubstitutionTemplateLiteral;

/** What is written between the delimiters, with line ends as JavaScript sees them. */
function rawText(part: Part): string {
  const text = part.rawText ?? part.getText().slice(1, part.getText().endsWith("${") ? -2 : -1);
  return text.replace(/\r\n?/g, "\n");
}

function cookedText(part: Part): string | undefined {
  return (part as { templateFlags?: ts.TokenFlags }).templateFlags ? undefined : part.text;
}

function createTexts(context: LowerContext, node: ts.Node, texts: (string | undefined)[]): Expression {
  const elements = texts.map((text) =>
    text === undefined ? createUndefined(context, node) : createString(context, node, text),
  );
  return createExpression(context, node, { op: "array", elements: plainArguments(elements) });
}

function isStringRaw(context: LowerContext, tag: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(tag) && tag.name.text === "raw" && globalNameOf(context, tag.expression) === "String"
  );
}
