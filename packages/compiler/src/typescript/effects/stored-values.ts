import type { Expression } from "../ir/index.ts";

/** What an expression puts into an object, or hands to somebody who can. */
export interface Stored {
  value: Expression;
  /** Not the value itself, but what it holds. */
  spread: boolean;
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
      return expression.members.flatMap((member) =>
        "value" in member ? [{ value: member.value, spread: member.type === "spread" }] : [],
      );
    case "intrinsic":
      return expression.arguments.map((value) => ({ value, spread: false }));
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
