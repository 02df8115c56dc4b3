import ts from "typescript";
import type { Expression, IrClass, Statement } from "../../ir/index.ts";
import { createExpression, readVariable, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerFunction } from "../functions/lower-function.ts";
import { variableOfParameter } from "../functions/parameters.ts";
import { lowerExpression } from "../lower-expression.ts";
import { report, unsupportedMemberName, unsupportedSyntax } from "../messages.ts";
import { constantNameOf } from "../names/constant-name.ts";
import { classOf } from "./class-of.ts";
import { lowerInstanceFields, lowerStaticPart } from "./fields.ts";

/** The intermediate form of a class declaration or expression. */
export function lowerClass(context: LowerContext, node: ts.ClassLikeDeclaration): IrClass {
  const made = classOf(context.shared, node);
  made.base = lowerBase(context, node);
  for (const { name } of parameterProperties(node)) made.fields.push(name.text);
  made.initializer = lowerInstanceFields(context, node, made);
  for (const member of node.members) lowerMember(context, made, member);
  // What the constructor does first is analysed as it is.
  if (made.initializer && made.construct?.analyzed) made.initializer.analyzed = made.construct.analyzed;
  lowerStaticPart(context, node, made);
  return made;
}

function lowerBase(context: LowerContext, node: ts.ClassLikeDeclaration): Expression | undefined {
  const clause = node.heritageClauses?.find((each) => each.token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  if (base === undefined) return undefined;
  if (base.kind === ts.SyntaxKind.NullKeyword) {
    report(context, base, unsupportedSyntax("`extends null`"));
    return undefined;
  }
  const value = lowerExpression(context, base);
  // A function that extends what it is given is analysed for each call: each makes classes of another base.
  if (value.op === "get" && value.variable.kind === "parameter" && value.variable.owner) {
    value.variable.owner.generic = true;
  }
  return value;
}

type MethodNode = ts.MethodDeclaration | ts.AccessorDeclaration;

function lowerMember(context: LowerContext, made: IrClass, member: ts.ClassElement): void {
  if (ts.isConstructorDeclaration(member)) {
    if (member.body) made.construct = lowerConstructor(context, made, member);
  } else if ((ts.isMethodDeclaration(member) || ts.isAccessor(member)) && member.body) {
    lowerMethod(context, made, member);
  }
}

function lowerMethod(context: LowerContext, made: IrClass, node: MethodNode): void {
  const name = constantNameOf(context, node.name);
  if (name === undefined) {
    report(context, node.name, unsupportedMemberName());
    return;
  }
  const isStatic = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0;
  const kind = ts.isGetAccessor(node) ? "get" : ts.isSetAccessor(node) ? "set" : "method";
  const home = { class: made, static: isStatic };
  made.methods.push({ name, kind, static: isStatic, function: lowerFunction(context, node, { name, home }) });
}

/** A parameter of the constructor that is a field too. */
interface ParameterProperty {
  parameter: ts.ParameterDeclaration;
  name: ts.Identifier;
}

function parameterProperties(node: ts.ClassLikeDeclaration): ParameterProperty[] {
  const constructor = node.members.find(
    (member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
  return (constructor?.parameters ?? []).flatMap((parameter) =>
    ts.isParameterPropertyDeclaration(parameter, parameter.parent) && ts.isIdentifier(parameter.name)
      ? { parameter, name: parameter.name }
      : [],
  );
}

/** Parameter properties are assigned first; in a class that extends another as soon as `super(…)` has returned. */
function lowerConstructor(
  context: LowerContext,
  made: IrClass,
  node: ts.ConstructorDeclaration,
): NonNullable<IrClass["construct"]> {
  const assign = (inner: LowerContext): Statement[] =>
    parameterProperties(node.parent).map((property) => assignParameter(inner, property));
  return lowerFunction(context, node, {
    name: made.name,
    home: { class: made, static: false },
    constructing: true,
    ...(made.base === undefined ? { prologue: assign } : { afterSuper: assign }),
  });
}

function assignParameter(context: LowerContext, { parameter, name }: ParameterProperty): Statement {
  const receiver = context.function.thisVariable;
  if (receiver === undefined) throw new Error("a constructor has a receiver");
  return runExpression(
    context,
    parameter,
    createExpression(context, parameter, {
      op: "setProperty",
      object: readVariable(context, parameter, receiver),
      name: name.text,
      value: readVariable(context, parameter, variableOfParameter(context, parameter, name)),
    }),
  );
}
