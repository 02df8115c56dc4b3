import type { Expression, IrFunction, IrVariable } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";
import type { BodyFacts } from "./body-facts.ts";
import type { Given } from "./root.ts";
import { partOf, variableOf } from "./root.ts";

/** What is known of the function whose parameters are looked for. */
interface GivenContext {
  definition: IrFunction;
  facts: BodyFacts;
  /** Whether a property is read, not what an author's function gives. */
  isRead(expression: Expression): boolean;
  /** Whether an expression gives objects; what comes from the host leads to nothing. */
  leadsOn(expression: Expression): boolean;
}

/** The parameter of a function that plainly leads to what an expression gives. */
export function givenIn(expression: Expression, context: GivenContext): Given | undefined {
  switch (expression.op) {
    case "narrow":
      return givenIn(expression.value, context);
    case "property":
    case "element":
      return context.isRead(expression) ? partIn(expression.object, context) : undefined;
    case "intrinsic": {
      const source = intrinsicFacts(expression.name).from && expression.arguments[0];
      return source && context.leadsOn(source) ? partIn(source, context) : undefined;
    }
    case "get":
      return isGiven(expression.variable, context) ? expression.variable : undefined;
    default:
      return undefined;
  }
}

function partIn(object: Expression, context: GivenContext): Given | undefined {
  const root = givenIn(object, context);
  return root && partOf(variableOf(root));
}

/** Whether a variable always has what the caller has given. */
function isGiven(variable: IrVariable, { definition, facts }: GivenContext): boolean {
  const { parameters, thisVariable } = definition;
  const parameter = parameters.find((each) => each.variable === variable);
  const isOwn = variable === thisVariable || (parameter !== undefined && !parameter.rest);
  return isOwn && variable.writes === 0 && !facts.values.has(variable);
}
