import { Token } from "./syntax-kinds.ts";

/** Whether a binary operator writes to its left side. */
export function isAssignment(operator: number): boolean {
  return operator === Token.Equals || (operator >= Token.Plus_Equals && operator <= Token.Caret_Equals);
}
