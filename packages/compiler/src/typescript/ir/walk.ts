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
  switch (statement.type) {
    case "expression":
      return walkExpression(statement.expression, visitor);
    case "declare":
      walkMaybe(statement.value, visitor);
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
      return walkMaybeAll(statement.body, visitor);
    case "if":
      walkMaybe(statement.test, visitor);
      walkMaybeAll(statement.then, visitor);
      return walkMaybeAll(statement.otherwise, visitor);
    case "loop":
      walkMaybe(statement.test, visitor);
      walkMaybeAll(statement.body, visitor);
      return walkMaybeAll(statement.update, visitor);
    case "forOf":
      walkMaybe(statement.iterable, visitor);
      visitor.variable?.(statement.variable);
      visitor.declared?.(statement.variable);
      return walkMaybeAll(statement.body, visitor);
    case "switch":
      walkMaybe(statement.value, visitor);
      for (const { test, body } of statement.cases) {
        walkMaybe(test, visitor);
        walkMaybeAll(body, visitor);
      }
      return;
    case "break":
      return visitor.label?.(statement.label);
    case "return":
    case "throw":
      return walkMaybe(statement.value, visitor);
    case "try":
      walkMaybeAll(statement.body, visitor);
      if (statement.catchVariable) {
        visitor.variable?.(statement.catchVariable);
        visitor.declared?.(statement.catchVariable);
      }
      walkMaybeAll(statement.catchBody, visitor);
      return walkMaybeAll(statement.finallyBody, visitor);
  }
}

function walkMaybeAll(body: readonly Statement[] | undefined, visitor: Visitor): void {
  if (body) walkStatements(body, visitor);
}

function walkMaybe(expression: Expression | undefined, visitor: Visitor): void {
  if (expression) walkExpression(expression, visitor);
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
  walkOperands(expression, visitor);
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

/** Visits the operands of an expression, in the order of `operandsOf`, which makes an object of each. */
function walkOperands(expression: Expression, visitor: Visitor): void {
  switch (expression.op) {
    case "set":
    case "narrow":
    case "await":
    case "yield":
    case "do":
      return walkExpression(expression.value, visitor);
    case "unary":
      return walkExpression(expression.operand, visitor);
    case "binary":
    case "logical":
      walkExpression(expression.left, visitor);
      return walkExpression(expression.right, visitor);
    case "conditional":
      walkExpression(expression.test, visitor);
      walkExpression(expression.then, visitor);
      return walkExpression(expression.otherwise, visitor);
    case "template":
      return walkAll(expression.values, visitor);
    case "property":
      return walkExpression(expression.object, visitor);
    case "setProperty":
      walkExpression(expression.object, visitor);
      return walkExpression(expression.value, visitor);
    case "element":
    case "deleteElement":
      walkExpression(expression.object, visitor);
      return walkExpression(expression.key, visitor);
    case "setElement":
      walkExpression(expression.object, visitor);
      walkExpression(expression.key, visitor);
      return walkExpression(expression.value, visitor);
    case "call":
    case "new":
      walkExpression(expression.callee, visitor);
      return walkArguments(expression.arguments, visitor);
    case "callMethod":
      walkExpression(expression.object, visitor);
      return walkArguments(expression.arguments, visitor);
    case "callElement":
      walkExpression(expression.object, visitor);
      walkExpression(expression.key, visitor);
      return walkArguments(expression.arguments, visitor);
    case "callLibrary":
    case "superCall":
    case "superMethod":
      return walkArguments(expression.arguments, visitor);
    case "object":
      for (const member of expression.members) {
        if (member.type === "computed") walkExpression(member.key, visitor);
        if ("value" in member) walkExpression(member.value, visitor);
      }
      return;
    case "array":
      return walkArguments(expression.elements, visitor);
    case "parseJson":
      return walkExpression(expression.text, visitor);
    case "intrinsic":
      return walkAll(expression.arguments, visitor);
    case "class":
      return walkMaybe(expression.class.base, visitor);
    default:
  }
}

function walkAll(expressions: readonly Expression[], visitor: Visitor): void {
  for (const expression of expressions) walkExpression(expression, visitor);
}

function walkArguments(args: readonly Argument[], visitor: Visitor): void {
  for (const { value } of args) walkExpression(value, visitor);
}
