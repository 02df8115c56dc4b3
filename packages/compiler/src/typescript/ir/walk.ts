import type { Argument, Expression, IrClass, IrFunction, IrVariable, Label, Statement } from "./index.ts";

/** What a walk tells of. Bodies of functions inside are not entered; who wants to see them does so from `function`. */
export interface Visitor {
  expression?(expression: Expression): void;
  statement?(statement: Statement): void;
  /** A variable that is declared, read or assigned. */
  variable?(variable: IrVariable): void;
  /** A variable whose declaration is over: what runs from here on finds it. */
  declared?(variable: IrVariable): void;
  /** A function that is made here: a closure, a method, a declared function. */
  function?(definition: IrFunction): void;
  label?(label: Label): void;
}

/** Visits statements and all that is in them, in the order in which they run. */
export function walkStatements(statements: readonly Statement[], visitor: Visitor): void {
  for (const statement of statements) walkStatement(statement, visitor);
}

/** Visits a statement and all that is in it. */
export function walkStatement(statement: Statement, visitor: Visitor): void {
  visitor.statement?.(statement);
  const within = (body: readonly Statement[] | undefined): void => walkStatements(body ?? [], visitor);
  const value = (expression: Expression | undefined): void => {
    if (expression) walkExpression(expression, visitor);
  };
  switch (statement.type) {
    case "expression":
      return value(statement.expression);
    case "declare":
      value(statement.value);
      visitor.variable?.(statement.variable);
      return visitor.declared?.(statement.variable);
    case "declareFunction":
      visitor.variable?.(statement.variable);
      visitor.function?.(statement.function);
      return visitor.declared?.(statement.variable);
    case "declareClass":
      visitor.variable?.(statement.variable);
      walkClass(statement.class, visitor);
      return visitor.declared?.(statement.variable);
    case "block":
      return within(statement.body);
    case "if":
      value(statement.test);
      within(statement.then);
      return within(statement.otherwise);
    case "loop":
      value(statement.test);
      within(statement.body);
      return within(statement.update);
    case "forOf":
      value(statement.iterable);
      visitor.variable?.(statement.variable);
      visitor.declared?.(statement.variable);
      return within(statement.body);
    case "switch":
      value(statement.value);
      for (const { test, body } of statement.cases) {
        value(test);
        within(body);
      }
      return;
    case "break":
      return visitor.label?.(statement.label);
    case "return":
    case "throw":
      return value(statement.value);
    case "try":
      within(statement.body);
      if (statement.catchVariable) {
        visitor.variable?.(statement.catchVariable);
        visitor.declared?.(statement.catchVariable);
      }
      within(statement.catchBody);
      return within(statement.finallyBody);
  }
}

/** Visits the base and the members of a class. */
export function walkClass(definition: IrClass, visitor: Visitor): void {
  if (definition.base) walkExpression(definition.base, visitor);
  walkMembers(definition, visitor);
}

function walkMembers(definition: IrClass, visitor: Visitor): void {
  if (definition.construct) visitor.function?.(definition.construct);
  if (definition.initializer) visitor.function?.(definition.initializer);
  if (definition.staticInitializer) visitor.function?.(definition.staticInitializer);
  for (const method of definition.methods) visitor.function?.(method.function);
}

/** Visits an expression and all that is in it. */
export function walkExpression(expression: Expression, visitor: Visitor): void {
  visitor.expression?.(expression);
  if (expression.op === "do") walkStatements(expression.body, visitor);
  for (const operand of operandsOf(expression)) walkExpression(operand.value, visitor);
  switch (expression.op) {
    case "get":
    case "set":
      return visitor.variable?.(expression.variable);
    case "superCall":
    case "superMethod":
    case "superProperty":
      return visitor.variable?.(expression.receiver);
    case "object":
      for (const member of expression.members) if ("function" in member) visitor.function?.(member.function);
      return;
    case "closure":
      return visitor.function?.(expression.function);
    case "class":
      return walkMembers(expression.class, visitor);
    default:
  }
}

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
