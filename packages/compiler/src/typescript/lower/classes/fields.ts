import ts from "typescript";
import type { IrClass, IrFunction, Statement } from "../../ir/index.ts";
import { createExpression, createStatement, createUndefined, readVariable, runExpression } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { createFunction, createThis } from "../functions/lower-function.ts";
import { lowerExpression } from "../lower-expression.ts";
import { report, unsupportedMemberName } from "../messages.ts";
import { constantNameOf } from "../names/constant-name.ts";
import { lowerStatements } from "../statements/statement-list.ts";
import { declareHoisted } from "../statements/var-hoisting.ts";
import { registerFunction } from "../variables.ts";
import { createAccessors } from "./auto-accessor.ts";

/** Lists the fields that instances have, and gives the function that sets those that have a value. */
export function lowerInstanceFields(
  context: LowerContext,
  node: ts.ClassLikeDeclaration,
  made: IrClass,
): IrFunction | undefined {
  const initializer = createInitializer(context, node, made.name);
  const inner = enterInitializer(context, initializer, made, false);
  for (const member of node.members) {
    const declared = context.shared.library && ts.isPropertyDeclaration(member);
    if ((!isField(member) && !declared) || isStatic(member)) continue;
    const name = nameOfField(context, made, member);
    if (name === undefined) continue;
    if (!made.fields.includes(name)) made.fields.push(name);
    if (isField(member)) initializer.body.push(...lowerField(inner, initializer, member, name));
  }
  return initializer.body.length > 0 ? initializer : undefined;
}

/** Static fields and blocks, in the order in which they stand. */
export function lowerStaticPart(context: LowerContext, node: ts.ClassLikeDeclaration, made: IrClass): void {
  const initializer = createInitializer(context, node, made.name);
  const inner = enterInitializer(context, initializer, made, true);
  for (const member of node.members) {
    if (ts.isClassStaticBlockDeclaration(member)) initializer.body.push(lowerStaticBlock(inner, initializer, member));
    if (!isField(member) || !isStatic(member)) continue;
    const name = nameOfField(context, made, member);
    if (name === undefined) continue;
    made.staticFields.push(name);
    initializer.body.push(...lowerField(inner, initializer, member, name));
  }
  if (initializer.body.length > 0) made.staticInitializer = initializer;
}

function createInitializer(context: LowerContext, node: ts.Node, name: string): IrFunction {
  const made = createFunction(context, node, name);
  made.thisVariable = createThis(context, node, made);
  return made;
}

function enterInitializer(context: LowerContext, made: IrFunction, of: IrClass, onClass: boolean): LowerContext {
  return {
    ...context,
    function: made,
    receiver: made,
    home: { class: of, static: onClass },
    constructing: false,
    argumentsVariable: undefined,
    jumps: [],
  };
}

/** `declare` and `abstract` fields do not exist at run time. */
function isField(member: ts.ClassElement): member is ts.PropertyDeclaration {
  if (!ts.isPropertyDeclaration(member)) return false;
  return (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Ambient | ts.ModifierFlags.Abstract)) === 0;
}

function isStatic(member: ts.PropertyDeclaration): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

/** The name of a field. An `accessor` has a hidden one, with a getter and a setter. */
function nameOfField(context: LowerContext, made: IrClass, member: ts.PropertyDeclaration): string | undefined {
  const name = constantNameOf(context, member.name);
  if (name === undefined) {
    report(context, member.name, unsupportedMemberName());
    return undefined;
  }
  if (!ts.isAutoAccessorPropertyDeclaration(member)) return name;
  const field = `@@#${name.replace(/^@@#/, "")}@${made.name}`;
  made.methods.push(...createAccessors(context, member, { name, field, static: isStatic(member) }));
  return field;
}

/**
 * A field without a value is `undefined` from the start. Where its type does not allow that, the checker has seen to it that the
 * constructor sets it, and nothing needs to be done.
 */
function lowerField(
  context: LowerContext,
  initializer: IrFunction,
  member: ts.PropertyDeclaration,
  name: string,
): Statement[] {
  registerFunction(context, member, initializer);
  if (member.initializer === undefined && !mayBeUndefined(context, member)) return [];
  const value = member.initializer ? lowerExpression(context, member.initializer) : createUndefined(context, member);
  const { thisVariable } = initializer;
  if (thisVariable === undefined) throw new Error("an initializer has a receiver");
  const object = readVariable(context, member, thisVariable);
  return [
    runExpression(context, member, createExpression(context, member, { op: "setProperty", object, name, value })),
  ];
}

function mayBeUndefined(context: LowerContext, member: ts.PropertyDeclaration): boolean {
  if (member.questionToken || member.exclamationToken || isStatic(member)) return true;
  const { checker } = context.shared;
  const type = checker.getTypeAtLocation(member);
  const open = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & open) !== 0);
}

function lowerStaticBlock(
  context: LowerContext,
  initializer: IrFunction,
  node: ts.ClassStaticBlockDeclaration,
): Statement {
  registerFunction(context, node, initializer);
  const body = [...declareHoisted(context, node.body), ...lowerStatements(context, node.body.statements)];
  return createStatement(context, node, { type: "block", label: undefined, body });
}
