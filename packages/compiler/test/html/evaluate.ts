import type { Expression, JsonObject } from "@rune/schema";

/** Evaluates the part of the expression format that the tests generate, straight from the format's description. */
export function evaluate(expression: Expression, data: JsonObject): unknown {
  if (!Array.isArray(expression)) return expression;
  const value = (index: number): unknown => evaluate(expression[index] as Expression, data);
  // The operators convert as JavaScript's do, whatever the operands are.
  const left = (): number => value(1) as number;
  const right = (): number => value(2) as number;
  switch (expression[0]) {
    case "undefined":
      return undefined;
    case "data":
      return data[expression[1]];
    case "not":
      return !left();
    case "negate":
      return -left();
    case "number":
      return +left();
    case "+":
      return left() + right();
    case "-":
      return left() - right();
    case "*":
      return left() * right();
    case "/":
      return left() / right();
    case "%":
      return left() % right();
    case "==":
      return left() === right();
    case "!=":
      return left() !== right();
    case "<":
      return left() < right();
    case "<=":
      return left() <= right();
    case ">":
      return left() > right();
    case ">=":
      return left() >= right();
    case "&&":
      return left() && right();
    case "||":
      return left() || right();
    case "??":
      return left() ?? right();
    case "if":
      return left() ? right() : value(3);
    case "text":
      return expression
        .slice(1)
        .map((_, i) => String(value(i + 1)))
        .join("");
    default:
      throw new Error(`no rule for ${expression[0]}`);
  }
}
