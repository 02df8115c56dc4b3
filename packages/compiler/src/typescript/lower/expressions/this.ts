import type ts from "typescript";
import type { Expression, IrVariable } from "../../ir/index.ts";
import { createUndefined, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { positionOf } from "../position.ts";

/** `this`: of the nearest function that is no arrow function; `undefined` in a module's own code. */
export function lowerThis(context: LowerContext, node: ts.Node): Expression {
  const variable = receiverOf(context, node);
  return variable ? readVariable(context, node, variable) : createUndefined(context, node);
}

/** The variable that holds `this`. A function that is seen to use it gets one. */
export function receiverOf(context: LowerContext, node: ts.Node): IrVariable | undefined {
  const { receiver } = context;
  if (receiver === undefined) return undefined;
  receiver.thisVariable ??= {
    name: "this",
    kind: "this",
    owner: receiver,
    captured: false,
    writes: 0,
    holds: undefined,
    position: positionOf(context.source, node),
  };
  return receiver.thisVariable;
}
