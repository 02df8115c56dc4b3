import ts from "typescript";
import type { Expression, IrVariable, ObjectMember, Statement } from "../../ir/index.ts";
import {
  createExpression,
  createNumber,
  createString,
  createStatement,
  declareVariable,
  keepValue,
  readVariable,
  runExpression,
} from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { anonymousShape } from "../types/border-type.ts";
import { isAmbient, resolveSymbol, variableOfName } from "../variables.ts";

/** `enum`: an object with a property for each member, and for each number the name of its member. A `const enum` is one only for those that import it. */
export function lowerEnum(context: LowerContext, node: ts.EnumDeclaration): Statement[] {
  if (isAmbient(node) || (isConstant(node) && !isExported(context, node))) return [];
  const variable = variableOfName(context, node.name);
  const { shared } = context;
  const symbol = shared.checker.getSymbolAtLocation(node.name);
  const first = symbol?.declarations?.find(ts.isEnumDeclaration) === node;
  const type = shared.checker.getTypeAtLocation(node.name);
  const constants: ObjectMember[] = [];
  const rest: Statement[] = [];
  const add = (name: string, value: Expression): void => {
    if (first && rest.length === 0) constants.push({ type: "value", name, value });
    else rest.push(assign(context, node, variable, name, value));
  };
  for (const member of node.members) {
    const name = ts.isComputedPropertyName(member.name) ? member.name.getText() : member.name.text;
    const constant = shared.checker.getConstantValue(member);
    if (typeof constant === "string") add(name, createString(context, member, constant));
    else if (constant !== undefined) {
      add(name, createNumber(context, member, constant));
      add(String(constant), createString(context, member, name));
    } else if (member.initializer) rest.push(...addComputed(context, member, variable, name));
  }
  if (!first) return rest;
  const shape = anonymousShape(shared, enumType(context, node, type));
  const value = createExpression(context, node, { op: "object", shape, members: unique(constants) });
  return [declareVariable(context, node, variable, value), ...rest];
}

/** Members of a `const enum` are constants wherever the program names them. */
function isConstant(node: ts.EnumDeclaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Const) !== 0;
}

function isExported({ shared }: LowerContext, node: ts.EnumDeclaration): boolean {
  if (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) return true;
  const { checker } = shared;
  const module = checker.getSymbolAtLocation(node.getSourceFile());
  const symbol = checker.getSymbolAtLocation(node.name);
  return (
    module !== undefined && checker.getExportsOfModule(module).some((each) => resolveSymbol(shared, each) === symbol)
  );
}

/** The type of the enum as a value, which is the one that names its members. */
function enumType(context: LowerContext, node: ts.EnumDeclaration, type: ts.Type): ts.Type {
  const symbol = context.shared.checker.getSymbolAtLocation(node.name);
  return symbol ? context.shared.checker.getTypeOfSymbol(symbol) : type;
}

/** Of members with one number, the last names it. */
function unique(members: readonly ObjectMember[]): ObjectMember[] {
  const byName = new Map(members.map((member) => [member.type === "value" ? member.name : "", member]));
  return [...byName.values()];
}

function assign(
  context: LowerContext,
  node: ts.Node,
  variable: IrVariable,
  name: string,
  value: Expression,
): Statement {
  const object = readVariable(context, node, variable);
  return runExpression(context, node, createExpression(context, node, { op: "setProperty", object, name, value }));
}

/** A member whose value is only known at run time; if it is a number, that gets the member's name. */
function addComputed(context: LowerContext, member: ts.EnumMember, variable: IrVariable, name: string): Statement[] {
  const value = member.initializer && lowerExpression(context, member.initializer);
  if (!value) return [];
  const kept = keepValue(context, member, name, value);
  const read = (): Expression => readVariable(context, member, kept.variable);
  const statements = [kept.declaration, assign(context, member, variable, name, read())];
  const type = context.shared.checker.getTypeAtLocation(member.initializer ?? member);
  if (type.flags & ts.TypeFlags.StringLike) return statements;
  const reverse = createExpression(context, member, {
    op: "setElement",
    object: readVariable(context, member, variable),
    key: read(),
    value: createString(context, member, name),
  });
  return [
    createStatement(context, member, {
      type: "block",
      label: undefined,
      body: [...statements, runExpression(context, member, reverse)],
    }),
  ];
}
