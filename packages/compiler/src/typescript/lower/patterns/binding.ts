import ts from "typescript";
import type { Expression, Statement } from "../../ir/index.ts";
import { declareVariable, runExpression, writeVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { variableOfName } from "../variables.ts";
import { lowerArrayPattern } from "./array-pattern.ts";
import { lowerObjectPattern } from "./object-pattern.ts";
import type { ArrayElement, ObjectElement, PatternTarget } from "./target.ts";

/**
 * Declares the names of a pattern, or a single name, with what they take from a value. A `var`, which is declared at the start of its function, is
 * assigned.
 */
export function lowerBinding(context: LowerContext, pattern: ts.BindingName, value: Expression): Statement[] {
  if (ts.isIdentifier(pattern)) return bindName(context, pattern, value);
  if (ts.isArrayBindingPattern(pattern)) {
    const elements = pattern.elements.map((element): ArrayElement => {
      if (ts.isOmittedExpression(element)) return undefined;
      return { target: targetOf(context, element), rest: element.dotDotDotToken !== undefined };
    });
    return lowerArrayPattern(context, pattern, elements, value);
  }
  const elements = pattern.elements.map((element): ObjectElement => {
    const rest = element.dotDotDotToken !== undefined;
    const name = rest ? undefined : (element.propertyName ?? (element.name as ts.Identifier));
    return { name, target: targetOf(context, element) };
  });
  return lowerObjectPattern(context, pattern, elements, value);
}

function targetOf(context: LowerContext, element: ts.BindingElement): PatternTarget {
  return {
    node: element,
    initializer: element.initializer,
    bind: (value) => lowerBinding(context, element.name, value),
  };
}

function bindName(context: LowerContext, name: ts.Identifier, value: Expression): Statement[] {
  const variable = variableOfName(context, name);
  if (variable.kind !== "var") return [declareVariable(context, name, variable, value)];
  return [runExpression(context, name, writeVariable(context, name, variable, value))];
}
