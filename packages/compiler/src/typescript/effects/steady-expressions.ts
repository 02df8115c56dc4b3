import type { Analysis } from "../infer/index.ts";
import type { Expression, IrFunction, IrVariable } from "../ir/index.ts";
import { factsOf } from "./body-facts.ts";

/**
 * Constants that hold a regular expression without the flags `g` and `y`. What the library does with it leaves it as it was: only with these flags a
 * match begins where the last one ended.
 */
export function findSteadyExpressions(analysis: Analysis): ReadonlySet<IrVariable> {
  const steady = new Set<IrVariable>();
  for (const { function: definition, merged } of analysis.instances) {
    if (merged || definition.library) continue;
    for (const [variable, values] of factsOf(definition.body).values) {
      if (variable.kind === "const" && values.every((value) => value && isSteady(value))) steady.add(variable);
    }
  }
  return steady;
}

function isSteady(value: Expression): boolean {
  if (value.op !== "new" || value.callee.op !== "library" || value.callee.name !== "RegExp") return false;
  const flags = value.arguments[1];
  if (!flags) return value.arguments[0]?.value.op === "string";
  return flags.value.op === "string" && !/[gy]/.test(flags.value.value);
}

/** What a call of the library gives as a parameter or as `this`, if that is plainly an argument or the object of the call. */
export function givenTo(callee: IrFunction, variable: IrVariable, call: Expression): Expression | undefined {
  if (!callee.library) return undefined;
  if (variable === callee.thisVariable) return call.op === "callMethod" ? call.object : undefined;
  if (!("arguments" in call) || call.op === "intrinsic") return undefined;
  const index = callee.parameters.findIndex((parameter) => parameter.variable === variable);
  return call.arguments.some(({ spread }) => spread) ? undefined : call.arguments[index]?.value;
}
