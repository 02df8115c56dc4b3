import type { Expression, Statement } from "../../ir/index.ts";
import { keepValue, withDefault } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import type { PatternTarget } from "./target.ts";

/** Gives a value to a target, or its default if the value is `undefined`. */
export function bindTarget(context: LowerContext, target: PatternTarget, value: Expression): Statement[] {
  const { initializer, node } = target;
  if (initializer === undefined) return target.bind(value);
  const { declaration, variable } = keepValue(context, node, "given", value);
  const chosen = withDefault(context, node, variable, () => lowerExpression(context, initializer));
  return [declaration, ...target.bind(chosen)];
}
