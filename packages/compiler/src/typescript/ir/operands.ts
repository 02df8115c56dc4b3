import type { Argument, Expression } from "./index.ts";

/** A part of an expression that is evaluated for its value. */
export interface Operand {
  value: Expression;
  replace(value: Expression): void;
  /** Its elements or properties are taken one by one. */
  spread: "elements" | "properties" | undefined;
}

/** The operands of an expression, in the order in which they are evaluated. Those of a class are left out, save its base. */
export function operandsOf(expression: Expression): Operand[] {
  const at = <Key extends string>(owner: Record<Key, Expression>, key: Key): Operand => ({
    value: owner[key],
    replace: (value) => void (owner[key] = value),
    spread: undefined,
  });
  const all = (args: Argument[]): Operand[] =>
    args.map((argument) => ({ ...at(argument, "value"), spread: argument.spread ? "elements" : undefined }));
  switch (expression.op) {
    case "set":
    case "narrow":
    case "await":
    case "yield":
    case "do":
      return [at(expression, "value")];
    case "unary":
      return [at(expression, "operand")];
    case "binary":
    case "logical":
      return [at(expression, "left"), at(expression, "right")];
    case "conditional":
      return [at(expression, "test"), at(expression, "then"), at(expression, "otherwise")];
    case "template":
      return expression.values.map((value, index) => ({
        value,
        replace: (other) => void (expression.values[index] = other),
        spread: undefined,
      }));
    case "property":
      return [at(expression, "object")];
    case "setProperty":
      return [at(expression, "object"), at(expression, "value")];
    case "element":
    case "deleteElement":
      return [at(expression, "object"), at(expression, "key")];
    case "setElement":
      return [at(expression, "object"), at(expression, "key"), at(expression, "value")];
    case "call":
    case "new":
      return [at(expression, "callee"), ...all(expression.arguments)];
    case "callMethod":
      return [at(expression, "object"), ...all(expression.arguments)];
    case "callElement":
      return [at(expression, "object"), at(expression, "key"), ...all(expression.arguments)];
    case "callLibrary":
    case "superCall":
    case "superMethod":
      return all(expression.arguments);
    case "object":
      return expression.members.flatMap((member): Operand[] => {
        if (member.type === "computed") return [at(member, "key"), at(member, "value")];
        if (member.type === "spread") return [{ ...at(member, "value"), spread: "properties" }];
        return member.type === "value" ? [at(member, "value")] : [];
      });
    case "array":
      return all(expression.elements);
    case "parseJson":
      return [at(expression, "text")];
    case "intrinsic":
      return expression.arguments.map((value, index) => ({
        value,
        replace: (other) => void (expression.arguments[index] = other),
        spread: undefined,
      }));
    case "class":
      return expression.class.base ? [at(expression.class as { base: Expression }, "base")] : [];
    default:
      return [];
  }
}
