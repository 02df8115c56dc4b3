import ts from "typescript";
import type { Label, Statement } from "../../ir/index.ts";
import { createStatement } from "../builder.ts";
import type { JumpTarget, LowerContext } from "../context.ts";

/** `break`, out of the innermost loop or `switch`, or of the labelled statement. */
export function lowerBreak(context: LowerContext, node: ts.BreakStatement): Statement[] {
  const name = node.label?.text;
  const target = context.jumps.findLast((jump) => (name === undefined ? jump.unlabelled : jump.names.includes(name)));
  return target ? [createStatement(context, node, { type: "break", label: target.breakLabel })] : [];
}

/** `continue`, which leaves the body of a loop. */
export function lowerContinue(context: LowerContext, node: ts.ContinueStatement): Statement[] {
  const name = node.label?.text;
  const target = context.jumps.findLast(
    (jump) => jump.continueLabel !== undefined && (name === undefined || jump.names.includes(name)),
  );
  return target?.continueLabel ? [createStatement(context, node, { type: "break", label: target.continueLabel })] : [];
}

/** The labels of a loop, and the context of its body. */
export function enterLoop(
  context: LowerContext,
  node: ts.Node,
): { inner: LowerContext; label: Label; continueLabel: Label } {
  const names = labelsOf(node);
  const label: Label = { name: names[0] ?? "loop" };
  const continueLabel: Label = { name: "continue" };
  const jump: JumpTarget = { names, breakLabel: label, continueLabel, unlabelled: true };
  return { inner: enter(context, jump), label, continueLabel };
}

/** The context of code that can jump to one place more. */
export function enter(context: LowerContext, jump: JumpTarget): LowerContext {
  return { ...context, jumps: [...context.jumps, jump] };
}

/** The author's labels that stand directly before a statement, the outer first. */
export function labelsOf(node: ts.Node): string[] {
  const names: string[] = [];
  for (let { parent } = node; ts.isLabeledStatement(parent); { parent } = parent) names.unshift(parent.label.text);
  return names;
}
