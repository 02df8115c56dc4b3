import type { AbstractObject } from "../infer/index.ts";
import { canonical } from "../infer/index.ts";
import type { Expression, IrFunction, IrVariable } from "../ir/index.ts";
import type { Effects, Summary } from "./summary.ts";

/** What a called function does by calling one that it is given. */
export interface Run {
  /** The function that it calls. */
  called: AbstractObject;
  effects: Effects;
  /** The argument that the function comes from, if that is plainly one. */
  given: Expression | undefined;
}

/** What a call makes the called function do with the functions that it is given: of all that the called one has ever been given, with those of the call. */
export function* runsOf(
  summary: Summary,
  callee: IrFunction,
  call: Expression,
  use: string,
  objectsOf: (expression: Expression) => readonly AbstractObject[],
): Iterable<Run> {
  for (const [parameter, byFunction] of summary.runs) {
    const given = argumentFor(callee, parameter, call, use);
    // Without an argument there is nothing that it could call.
    if (given === "none") continue;
    const reaching = given && new Set(objectsOf(given));
    for (const [called, effects] of byFunction) {
      if (!reaching || reaching.has(canonical(called))) yield { called, effects, given };
    }
  }
}

function argumentFor(
  callee: IrFunction,
  parameter: IrVariable,
  call: Expression,
  use: string,
): Expression | "none" | undefined {
  const index = callee.parameters.findIndex(({ variable }) => variable === parameter);
  if (index < 0 || use !== "" || !("arguments" in call) || call.op === "intrinsic") return undefined;
  if (call.arguments.slice(0, index + 1).some(({ spread }) => spread)) return undefined;
  return call.arguments[index]?.value ?? "none";
}
