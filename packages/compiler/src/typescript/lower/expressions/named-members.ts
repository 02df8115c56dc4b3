import ts from "typescript";
import type { Argument, Expression, Statement } from "../../ir/index.ts";
import { createDo, createExpression, createString, keepValue, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import type { Access } from "./key.ts";

/** Beyond this many names, a key is looked up as if nothing were known of it. */
const MOST_NAMES = 16;

/**
 * The names that a key's type allows, if some of them are methods or accessors: those are no properties that an object keeps, so each is
 * named by itself. Empty where the key can be anything, or all that it names are fields.
 */
export function membersNamedBy(context: LowerContext, access: Access): readonly string[] {
  if (context.shared.library || !ts.isElementAccessExpression(access)) return [];
  const { checker } = context.shared;
  const names = literalsOf(checker, checker.getTypeAtLocation(access.argumentExpression));
  if (names.length === 0 || names.length > MOST_NAMES) return [];
  const owner = checker.getNonNullableType(checker.getApparentType(checker.getTypeAtLocation(access.expression)));
  const isNamed = names.some((name) => {
    const property = checker.getPropertyOfType(owner, name);
    return property?.declarations?.some((declaration) => isMember(checker, declaration)) ?? false;
  });
  return isNamed ? names : [];
}

/** Whether what a key names may be a method: its type is not known, or that of a function. */
export function mayNameMethod(context: LowerContext, access: Access): boolean {
  const { checker, library } = context.shared;
  if (library) return false;
  const type = checker.getTypeAtLocation(access);
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 || type.getCallSignatures().length > 0;
}

/** Whether the type of a key says nothing of what it names. */
export function mayNameAnything(context: LowerContext, access: Access): boolean {
  const { checker, library } = context.shared;
  if (library || !ts.isElementAccessExpression(access)) return false;
  const type = checker.getTypeAtLocation(access.argumentExpression);
  const key = checker.getBaseConstraintOfType(type) ?? type;
  const anyName = ts.TypeFlags.Any | ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral;
  return (key.isUnion() ? key.types : [key]).some(({ flags }) => (flags & anyName) !== 0);
}

/** Does one thing for each name that the key can be, and another for any other key. */
export function chooseByKey(
  context: LowerContext,
  access: Access,
  parts: { object: Expression; key: Expression; arguments?: Argument[] },
  use: (name: string | undefined, object: Expression, key: Expression, args: Argument[]) => Expression,
): Expression {
  const object = keepValue(context, access, "object", parts.object);
  const key = keepValue(context, access, "key", parts.key);
  const before: Statement[] = [object.declaration, key.declaration];
  const args = (parts.arguments ?? []).map(({ value, spread }) => {
    const kept = keepValue(context, access, "argument", value);
    before.push(kept.declaration);
    return (): Argument => ({ value: readVariable(context, access, kept.variable), spread });
  });
  const readKey = (): Expression => readVariable(context, access, key.variable);
  const make = (name: string | undefined): Expression =>
    use(
      name,
      readVariable(context, access, object.variable),
      readKey(),
      args.map((argument) => argument()),
    );
  let chosen = make(undefined);
  for (const name of membersNamedBy(context, access).toReversed()) {
    const right = createString(context, access, name);
    const test = createExpression(context, access, { op: "binary", operator: "===", left: readKey(), right });
    chosen = createExpression(context, access, { op: "conditional", test, then: make(name), otherwise: chosen });
  }
  return createDo(context, access, before, chosen);
}

function literalsOf(checker: ts.TypeChecker, given: ts.Type): string[] {
  const type = checker.getBaseConstraintOfType(given) ?? given;
  const members = type.isUnion() ? type.types : [type];
  const names = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  return names.length === members.length ? names : [];
}

/** Whether values may have what is declared here through their class. */
function isMember(checker: ts.TypeChecker, declaration: ts.Declaration): boolean {
  if (ts.isMethodDeclaration(declaration) || ts.isAccessor(declaration)) {
    return !ts.isObjectLiteralExpression(declaration.parent) || ts.isAccessor(declaration);
  }
  if (ts.isMethodSignature(declaration)) return true;
  if (!ts.isPropertySignature(declaration)) return false;
  return checker.getTypeAtLocation(declaration).getCallSignatures().length > 0;
}
