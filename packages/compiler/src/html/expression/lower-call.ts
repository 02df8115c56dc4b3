import type { Expression, ModuleExport, ValueType } from "@rune/schema";
import { argumentCount, argumentType, functionWithoutController, impureCall, unknownFunction } from "./messages.ts";
import type { ParameterCounts } from "./messages.ts";
import { findControllerPlace } from "../names/controller-place.ts";
import { suggestName } from "../names/suggest.ts";
import type { CallNode, ExpressionNode } from "./ast.ts";
import { typed } from "./lowered.ts";
import type { LowerContext, Lowered } from "./lowered.ts";
import { accepts, describeType, nameInTypeScript, resultType } from "./static-type.ts";

/** Resolves a call inside an expression: only functions without effects. */
export function lowerPureCall(context: LowerContext, node: CallNode): Lowered {
  const found = context.page.options.controller?.exports.find((each) => each.name === node.callee);
  if (!found?.pure) reportImpureCall(context, node, found);
  noteCall(context, node);
  const values = lowerArguments(context, found, node.arguments, node);
  return typed(["call", node.callee, ...values], found ? resultType(found.result) : "unknown");
}

function noteCall({ page, locate }: LowerContext, { callee, calleeSpan }: CallNode): void {
  const { start, end } = locate(calleeSpan.start, calleeSpan.end);
  page.calls.push({ view: page.name, name: callee, range: page.source.createRange(start, end) });
}

function reportImpureCall(
  context: LowerContext,
  { callee, calleeSpan }: CallNode,
  found: ModuleExport | undefined,
): void {
  const { controller, names: mode } = context.page.options;
  const { reporter, impure } = context.page;
  const span = context.locate(calleeSpan.start, calleeSpan.end);
  if (mode === "open") return;
  if (!controller) return reporter.report(functionWithoutController(callee, findControllerPlace(context.page)), span);
  if (found) {
    // What is wrong with the function is wrong at one place, however many expressions call it.
    if (!impure.has(callee)) reporter.report(impureCall(callee, controller), span);
    impure.add(callee);
    return;
  }
  const names = controller.exports.map((each) => each.name);
  reporter.report(unknownFunction(callee, controller.file, names, suggestName(callee, names)), span);
}

/** Resolves arguments and compares them with the function's parameters. `call` is where a wrong count is shown. */
export function lowerArguments(
  context: LowerContext,
  target: ModuleExport | undefined,
  nodes: readonly ExpressionNode[],
  call: { start: number; end: number },
): Expression[] {
  const { reporter } = context.page;
  const lowered = nodes.map((node) => context.lower(node));
  const counts = target && countParameters(target);
  if (target && counts && (nodes.length < counts.least || nodes.length > counts.most)) {
    const firstExtra = nodes[counts.most];
    const span = firstExtra ? { start: firstExtra.start, end: call.end - 1 } : call;
    const message = argumentCount(describeSignature(context, target), counts, nodes.length, context.inHandler);
    reporter.report(message, context.locate(span.start, span.end));
  } else if (target) {
    lowered.forEach((value, i) => {
      const parameter = target.parameters[Math.min(i, target.parameters.length - 1)];
      const node = nodes[i];
      if (!parameter || !node || accepts(parameter.type, value.type, value.literal)) return;
      const given = describeType(value.type, value.literal);
      const expected = nameType(context, parameter.type);
      const message = argumentType(describeSignature(context, target), parameter.name, expected, given);
      reporter.report(message, context.locate(node.start, node.end));
    });
  }
  return lowered.map((value) => value.expression);
}

function countParameters({ parameters }: ModuleExport): ParameterCounts {
  return {
    least: parameters.findLastIndex(({ optional, rest }) => !optional && !rest) + 1,
    most: parameters.at(-1)?.rest ? Infinity : parameters.length,
  };
}

function describeSignature(context: LowerContext, { name, parameters }: ModuleExport): string {
  return `${name}(${parameters.map((each) => `${each.name}: ${nameType(context, each.type)}`).join(", ")})`;
}

/** A type as the controller's language calls it. */
function nameType({ page }: LowerContext, type: ValueType): string {
  const isAssemblyScript = page.options.controller?.file.endsWith(".as.ts") ?? false;
  return isAssemblyScript ? type : nameInTypeScript(type);
}
