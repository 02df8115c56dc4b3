import ts from "typescript";
import type { Expression, IrParameter, IrVariable, Statement } from "../../ir/index.ts";
import {
  createExpression,
  createNumber,
  createTemporary,
  declareVariable,
  plainArguments,
  readVariable,
  withDefault,
} from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { lowerBinding } from "../patterns/binding.ts";
import { variableOf, variableOfName } from "../variables.ts";

/** Gives the function its parameters; what defaults and patterns have to do comes as statements, from left to right. */
export function lowerParameters(
  context: LowerContext,
  node: ts.FunctionLikeDeclaration,
  argumentsVariable: IrVariable | undefined,
): Statement[] {
  const body: Statement[] = [];
  const { parameters } = context.function;
  if (argumentsVariable) {
    parameters.push({ variable: argumentsVariable, rest: true });
    context.function.length = declaredLength(node);
  }
  for (const [index, parameter] of node.parameters.filter((each) => !isThis(each)).entries()) {
    const variable = ts.isIdentifier(parameter.name)
      ? variableOfParameter(context, parameter, parameter.name)
      : { ...createTemporary(context, parameter, ""), kind: "parameter" as const };
    const rest = parameter.dotDotDotToken !== undefined;
    const { initializer } = parameter;
    // Not the same variable: what has a default is never `undefined` afterwards.
    const given = initializer ? givenFor(context, initializer, variable) : variable;
    if (argumentsVariable) {
      body.push(...takeArgument(context, parameter, { variable: given, rest }, argumentsVariable, index));
    } else parameters.push(initializer ? { variable: given, rest, hasDefault: true } : { variable, rest });
    if (initializer) {
      variable.kind = "let";
      const value = withDefault(context, initializer, given, () => lowerExpression(context, initializer));
      body.push(declareVariable(context, parameter, variable, value));
    }
    if (!ts.isIdentifier(parameter.name)) {
      body.push(...lowerBinding(context, parameter.name, readVariable(context, parameter, variable)));
    }
  }
  return body;
}

/** The variable of a parameter, which may share its name with a field that it declares. */
export function variableOfParameter(
  context: LowerContext,
  parameter: ts.ParameterDeclaration,
  name: ts.Identifier,
): IrVariable {
  if (!ts.isParameterPropertyDeclaration(parameter, parameter.parent)) return variableOfName(context, name);
  const symbols = context.shared.checker.getSymbolsOfParameterPropertyDeclaration(parameter, name.text);
  const symbol = symbols.find((each) => each.flags & ts.SymbolFlags.FunctionScopedVariable);
  const variable = symbol && variableOf(context, symbol);
  if (variable === undefined) throw new Error(`no variable for \`${name.text}\``);
  return variable;
}

/** `this: T` is a type only. */
function isThis(parameter: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(parameter.name) && parameter.name.text === "this";
}

function declaredLength({ parameters }: ts.FunctionLikeDeclaration): number {
  const declared = parameters.filter((each) => !isThis(each));
  const counted = declared.findIndex(({ initializer, dotDotDotToken }) => initializer ?? dotDotDotToken);
  return counted < 0 ? declared.length : counted;
}

/** What is given for a parameter that has a default. */
function givenFor(context: LowerContext, node: ts.Node, { name }: IrVariable): IrVariable {
  return { ...createTemporary(context, node, name), kind: "parameter" };
}

/** In a function that asks for `arguments`, parameters are variables that are taken from it. */
function takeArgument(
  context: LowerContext,
  node: ts.ParameterDeclaration,
  { variable, rest }: IrParameter,
  all: IrVariable,
  index: number,
): Statement[] {
  variable.kind = "let";
  const source = readVariable(context, node, all);
  const place = createNumber(context, node, index);
  const value: Expression = rest
    ? createExpression(context, node, {
        op: "callMethod",
        object: source,
        name: "slice",
        arguments: plainArguments([place]),
      })
    : createExpression(context, node, { op: "element", object: source, key: place });
  return [declareVariable(context, node, variable, value)];
}
