import type ts from "typescript";
import type {
  Argument,
  Expression,
  ExpressionFields,
  IrVariable,
  Statement,
  StatementFields,
  TypeFilter,
} from "../ir/index.ts";
import type { LowerContext } from "./context.ts";
import { positionOf } from "./position.ts";

/** Makes an expression of the function that is being lowered, at the place of a node. */
export function createExpression(context: LowerContext, node: ts.Node, fields: ExpressionFields): Expression {
  const position = positionOf(context.source, node);
  return { ...fields, id: context.function.expressions++, position } as Expression;
}

/** Makes a statement at the place of a node. */
export function createStatement(context: LowerContext, node: ts.Node, fields: StatementFields): Statement {
  return { ...fields, position: positionOf(context.source, node) } as Statement;
}

function use(context: LowerContext, variable: IrVariable): void {
  if (variable.owner !== undefined && variable.owner !== context.function) variable.captured = true;
}

/** Reads a variable. */
export function readVariable(context: LowerContext, node: ts.Node, variable: IrVariable): Expression {
  use(context, variable);
  return createExpression(context, node, { op: "get", variable });
}

/** Assigns to a variable after its declaration. */
export function writeVariable(
  context: LowerContext,
  node: ts.Node,
  variable: IrVariable,
  value: Expression,
): Expression {
  use(context, variable);
  variable.writes++;
  if (!variable.owner) context.shared.written.push(variable);
  return createExpression(context, node, { op: "set", variable, value });
}

/** A variable of the function that is being lowered, which no symbol stands for. */
export function createTemporary(context: LowerContext, node: ts.Node, name: string): IrVariable {
  return {
    name,
    kind: "temporary",
    owner: context.function,
    captured: false,
    writes: 0,
    holds: undefined,
    position: positionOf(context.source, node),
  };
}

/** Declares a variable with its value. */
export function declareVariable(
  context: LowerContext,
  node: ts.Node,
  variable: IrVariable,
  value: Expression | undefined,
): Statement {
  return createStatement(context, node, { type: "declare", variable, value });
}

/** Keeps a value in a new temporary: the declaration, and the variable to read. */
export function keepValue(
  context: LowerContext,
  node: ts.Node,
  name: string,
  value: Expression,
): { declaration: Statement; variable: IrVariable } {
  const variable = createTemporary(context, node, name);
  return { declaration: declareVariable(context, node, variable, value), variable };
}

/** Runs an expression for its effect. */
export function runExpression(context: LowerContext, node: ts.Node, expression: Expression): Statement {
  return createStatement(context, node, { type: "expression", expression });
}

/** Statements before a value; the value alone if there are none. */
export function createDo(context: LowerContext, node: ts.Node, body: Statement[], value: Expression): Expression {
  return body.length === 0 ? value : createExpression(context, node, { op: "do", body, value });
}

/** `undefined`. */
export function createUndefined(context: LowerContext, node: ts.Node): Expression {
  return createExpression(context, node, { op: "undefined" });
}

/** A number. */
export function createNumber(context: LowerContext, node: ts.Node, value: number): Expression {
  return createExpression(context, node, { op: "number", value });
}

/** A string. */
export function createString(context: LowerContext, node: ts.Node, value: string): Expression {
  return createExpression(context, node, { op: "string", value });
}

/** Arguments that are none of them spread. */
export function plainArguments(values: Expression[]): Argument[] {
  return values.map((value) => ({ value, spread: false }));
}

/** Calls a function of the library that the author does not name. */
export function callLibrary(context: LowerContext, node: ts.Node, name: string, values: Expression[]): Expression {
  return createExpression(context, node, { op: "callLibrary", name, arguments: plainArguments(values) });
}

const everything: TypeFilter = {
  undefined: true,
  null: true,
  boolean: true,
  number: true,
  string: true,
  bigint: true,
  symbol: true,
  accepts: () => true,
};

const notUndefined: TypeFilter = { ...everything, undefined: false };
const notNullish: TypeFilter = { ...everything, undefined: false, null: false };

/** A value of which a test has shown that it is not `undefined`. */
export function narrowDefined(context: LowerContext, node: ts.Node, value: Expression): Expression {
  return createExpression(context, node, { op: "narrow", value, filter: notUndefined });
}

/** A value of which a test has shown that it is neither `undefined` nor `null`. */
export function narrowPresent(context: LowerContext, node: ts.Node, value: Expression): Expression {
  return createExpression(context, node, { op: "narrow", value, filter: notNullish });
}

/** Reads a variable, unless it is `undefined`: then the other value. */
export function withDefault(
  context: LowerContext,
  node: ts.Node,
  variable: IrVariable,
  otherwise: () => Expression,
): Expression {
  const test = createExpression(context, node, {
    op: "binary",
    operator: "===",
    left: readVariable(context, node, variable),
    right: createUndefined(context, node),
  });
  return createExpression(context, node, {
    op: "conditional",
    test,
    then: otherwise(),
    otherwise: narrowDefined(context, node, readVariable(context, node, variable)),
  });
}
