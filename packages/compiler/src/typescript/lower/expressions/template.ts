import ts from "typescript";
import type { Expression, IrVariable } from "../../ir/index.ts";
import {
  callLibrary,
  createExpression,
  createString,
  createTemporary,
  createUndefined,
  plainArguments,
  readVariable,
  writeVariable,
} from "../builder.ts";
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
  const strings = lowerStrings(context, literal, parts);
  const values = spans.map(({ expression }) => lowerExpression(context, expression));
  return call(node, plainArguments([strings, ...values]));
}

/** The array of the texts, which is made once for each place in the program. */
function lowerStrings(context: LowerContext, node: ts.Node, parts: readonly Part[]): Expression {
  const variable: IrVariable = {
    ...createTemporary(context, node, "strings"),
    kind: "let",
    owner: undefined,
  };
  context.module.variables.push(variable);
  const made = callLibrary(context, node, "templateStrings", [
    createTexts(context, node, parts.map(cookedText)),
    createTexts(context, node, parts.map(rawText)),
  ]);
  return createExpression(context, node, {
    op: "logical",
    operator: "??",
    left: readVariable(context, node, variable),
    right: writeVariable(context, node, variable, made),
  });
}

type Part = ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail | ts.NoSubstitutionTemplateLiteral;

/** What is written between the delimiters, with line ends as JavaScript sees them. */
function rawText(part: Part): string {
  const text = part.rawText ?? part.getText().slice(1, part.getText().endsWith("${") ? -2 : -1);
  return text.replace(/\r\n?/g, "\n");
}

/** The parser's mark of a text with an escape that means nothing, which only a tag may have. */
const INVALID_ESCAPE = 2048;

function cookedText(part: Part): string | undefined {
  const { templateFlags = 0 } = part as { templateFlags?: number };
  return templateFlags & INVALID_ESCAPE ? undefined : part.text;
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
