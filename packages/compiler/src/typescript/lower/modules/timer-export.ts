import type { IrExport, IrVariable } from "../../ir/index.ts";
import { createExpression, createStatement, readVariable, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { createFunction } from "../functions/lower-function.ts";
import { positionOf } from "../position.ts";

/** What the host calls when a timer has fired. */
const ON_TIMER = "on_timer";

/**
 * Exports the function that the host calls with the name of a timer, for programs that use `setTimeout` or `setInterval`. One that the
 * author exports is called for the timers that are not of these.
 */
export function exportTimers(context: LowerContext, exports: readonly IrExport[]): IrExport[] {
  if (!context.shared.usesTimers) return [...exports];
  const node = context.source;
  const made = createFunction(context, node, ON_TIMER);
  const variable = createVariable(context, ON_TIMER);
  variable.kind = "function";
  variable.holds = made;
  const id: IrVariable = { ...createVariable(context, "id"), kind: "parameter", owner: made };
  made.parameters.push({ variable: id, rest: false });
  const inner: LowerContext = { ...context, function: made };
  const given = { value: readVariable(inner, node, id), spread: false };
  const ran = createExpression(inner, node, { op: "callLibrary", name: "runTimer", arguments: [given] });
  const own = exports.find(({ name }) => name === ON_TIMER);
  if (own) {
    const test = createExpression(inner, node, { op: "unary", operator: "!", operand: ran });
    const callee = readVariable(inner, node, own.variable);
    const passed = { value: readVariable(inner, node, id), spread: false };
    const call = createExpression(inner, node, { op: "call", callee, arguments: [passed] });
    const then = [runExpression(inner, node, call)];
    made.body.push(createStatement(inner, node, { type: "if", test, then, otherwise: [] }));
  } else made.body.push(runExpression(inner, node, ran));
  context.module.variables.push(variable);
  context.module.body.body.unshift(
    createStatement(context, node, { type: "declareFunction", variable, function: made }),
  );
  const added: IrExport = {
    name: ON_TIMER,
    variable,
    type: {
      type: "function",
      parameters: [{ name: "id", type: { type: "string" }, optional: false, rest: false }],
      result: { type: "undefined" },
      async: false,
      fields: [],
    },
    assigned: false,
  };
  return [...exports.filter((each) => each !== own), added];
}

function createVariable(context: LowerContext, name: string): IrVariable {
  return {
    name,
    kind: "const",
    owner: undefined,
    captured: false,
    writes: 0,
    holds: undefined,
    position: positionOf(context.source, context.source),
  };
}
