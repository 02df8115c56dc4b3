import type { Expression, ExpressionOf } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";

/** What an expression puts into an object, or hands to somebody who can. */
export interface Stored {
  value: Expression;
  /** Not the value itself, but what it holds. */
  spread: boolean;
  /** Names of properties that are set anew after a spread. */
  except?: ReadonlySet<string>;
}

/** What an expression puts into objects. */
export function storedBy(expression: Expression): readonly Stored[] {
  switch (expression.op) {
    case "setProperty":
    case "setElement":
    case "setSuperProperty":
      return [{ value: expression.value, spread: false }];
    case "array":
      return expression.elements;
    case "object":
      return expression.members.flatMap((member, index): Stored[] => {
        if (!("value" in member)) return [];
        if (member.type !== "spread") return [{ value: member.value, spread: false }];
        return [{ value: member.value, spread: true, except: namesFrom(expression, index) }];
      });
    case "intrinsic":
      return isRead(expression.name) ? [] : expression.arguments.map((value) => ({ value, spread: false }));
    case "call":
    case "callMethod":
    case "callElement":
    case "callLibrary":
    case "new":
    case "superCall":
    case "superMethod":
      return expression.arguments;
    default:
      return [];
  }
}

/** Names that members of a literal surely set, from one of them on. */
function namesFrom({ members }: ExpressionOf<"object">, index: number): ReadonlySet<string> {
  const named = members.slice(index).filter((member) => member.type === "value" && !member.optional);
  return new Set(named.map((member) => ("name" in member ? member.name : "")));
}

/** Whether an operation only looks at what it is given. */
function isRead(name: string): boolean {
  const { from, gives, changes, passes, acts } = intrinsicFacts(name);
  return (from !== undefined || gives !== undefined) && changes === undefined && !passes && !acts;
}
