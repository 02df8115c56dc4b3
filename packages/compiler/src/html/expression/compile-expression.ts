import type { Expression } from "@rune/schema";
import type { CheckedExpression } from "../check/check-node.ts";
import {
  expressionMissing,
  handlerWithoutController,
  invalidHandler,
  lifecycleHandler,
  methodCallInHandler,
  unknownHandler,
} from "./messages.ts";
import { findControllerPlace } from "../names/controller-place.ts";
import { findLifecycle } from "../names/lifecycle-names.ts";
import type { Scope } from "../names/scope.ts";
import { suggestName } from "../names/suggest.ts";
import type { PageContext } from "../page-context.ts";
import type { Span } from "../reporter.ts";
import type { MarkupAttribute } from "../parse/markup.ts";
import type { ExpressionNode } from "./ast.ts";
import { ExpressionFailure } from "./failure.ts";
import { lowerArguments } from "./lower-call.ts";
import { lowerExpression } from "./lower.ts";
import type { LowerContext, Lowered } from "./lowered.ts";
import { parseExpression, parseTemplateText } from "./parse-expression.ts";

/** A handler of an event. */
export interface CompiledHandler {
  name: string;
  arguments: Expression[];
}

/** An expression of the view format, and what it was. */
export interface ReadExpression {
  lowered: Lowered;
  checked: CheckedExpression;
}

/** Compiles an attribute's value, from `from` on, as an expression. Reports what is wrong; then there is no result. */
export function compileExpression(
  page: PageContext,
  scope: Scope | undefined,
  attribute: MarkupAttribute,
): Lowered | undefined {
  const read = readExpression(page, scope, attribute);
  if (read) page.checks.push({ type: "value", expression: read.checked });
  return read?.lowered;
}

/** Does as {@link compileExpression}, for values of which more is known than that they are shown: the caller notes how they are checked. */
export function readExpression(
  page: PageContext,
  scope: Scope | undefined,
  attribute: MarkupAttribute,
  from = 0,
): ReadExpression | undefined {
  const place = createPlace(page, scope, attribute, from, false);
  const node = tryParse(place, attribute, from, parseExpression);
  return node && { lowered: lowerExpression(place, node), checked: { node, locate: place.locate } };
}

/** Compiles an attribute's value as text with `${…}` parts. */
export function compileTemplate(
  page: PageContext,
  scope: Scope | undefined,
  attribute: MarkupAttribute,
): Lowered | undefined {
  const place = createPlace(page, scope, attribute, 0, false);
  const node = tryParse(place, attribute, 0, parseTemplateText);
  if (node) page.checks.push({ type: "value", expression: { node, locate: place.locate } });
  return node && lowerExpression(place, node);
}

/** Compiles an attribute's value as a handler: the name of a function, or a call. */
export function compileHandler(
  page: PageContext,
  scope: Scope | undefined,
  attribute: MarkupAttribute,
): CompiledHandler | undefined {
  const place = createPlace(page, scope, attribute, 0, true);
  const node = tryParse(place, attribute, 0, parseExpression);
  if (!node) return undefined;
  if (node.grouped || (node.type !== "name" && node.type !== "call")) {
    page.reporter.report(invalidHandler(), place.locate(node.start, node.end));
    return undefined;
  }
  page.checks.push({ type: "handler", expression: { node, locate: place.locate } });
  const name = node.type === "name" ? node.name : node.callee;
  const span = node.type === "name" ? node : node.calleeSpan;
  const target = page.options.controller?.exports.find((each) => each.name === name);
  const when = findLifecycle(name);
  if (!target) reportMissingHandler(page, name, place.locate(span.start, span.end));
  else if (when) page.reporter.report(lifecycleHandler(name, when), place.locate(span.start, span.end));
  const context: LowerContext = { ...place, lower: (child) => lowerExpression(place, child) };
  return { name, arguments: lowerArguments(context, target, node.type === "call" ? node.arguments : [], node) };
}

function reportMissingHandler(page: PageContext, name: string, span: Span): void {
  const { controller, names: mode } = page.options;
  if (mode === "open") return;
  if (!controller) return page.reporter.report(handlerWithoutController(name, findControllerPlace(page)), span);
  const names = controller.exports.map((each) => each.name);
  page.reporter.report(unknownHandler(name, controller.file, names, suggestName(name, names)), span);
}

function createPlace(
  page: PageContext,
  scope: Scope | undefined,
  attribute: MarkupAttribute,
  from: number,
  inHandler: boolean,
): Omit<LowerContext, "lower"> {
  return { page, scope, inHandler, locate: (start, end) => attribute.locate(start + from, end + from) };
}

function tryParse(
  place: Omit<LowerContext, "lower">,
  attribute: MarkupAttribute,
  from: number,
  parse: (text: string) => ExpressionNode,
): ExpressionNode | undefined {
  const text = attribute.value.slice(from);
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error;
    const isMissing = error.problem.code === expressionMissing().code && text.trim() === "";
    const span = isMissing ? attribute.nameSpan : place.locate(error.span.start, error.span.end);
    const { start, end } = error.span;
    const isMethod = place.inHandler && error.problem.code === "view_method_call";
    place.page.reporter.report(isMethod ? methodCallInHandler(text.slice(start, end)) : error.problem, span);
    return undefined;
  }
}
