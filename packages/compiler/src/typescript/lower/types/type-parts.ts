import ts from "typescript";
import type { PrimitiveKind } from "../../ir/index.ts";
import { primitiveKinds } from "../../ir/index.ts";
import { isEmptyObjectType } from "./shape.ts";

/** What values of a type can be. */
export interface TypeParts {
  primitives: Set<PrimitiveKind>;
  /** Types of objects, functions and arrays. */
  objects: ts.Type[];
  /** Any object besides. */
  anyObject: boolean;
  /** The primitive part is of literal types only, which are these. */
  literals: Set<unknown> | undefined;
}

const FLAGS: readonly [ts.TypeFlags, PrimitiveKind][] = [
  [ts.TypeFlags.Undefined | ts.TypeFlags.Void, "undefined"],
  [ts.TypeFlags.Null, "null"],
  [ts.TypeFlags.BooleanLike, "boolean"],
  [ts.TypeFlags.NumberLike, "number"],
  [ts.TypeFlags.StringLike, "string"],
  [ts.TypeFlags.BigIntLike, "bigint"],
  [ts.TypeFlags.ESSymbolLike, "symbol"],
];

/** Takes a type apart. */
export function partsOf(checker: ts.TypeChecker, type: ts.Type): TypeParts {
  const parts: TypeParts = { primitives: new Set(), objects: [], anyObject: false, literals: new Set() };
  addParts(checker, type, parts, 0);
  return parts;
}

function addParts(checker: ts.TypeChecker, type: ts.Type, parts: TypeParts, depth: number): void {
  if (type.flags & ts.TypeFlags.Never) return;
  if (type.isUnion()) {
    for (const member of type.types) addParts(checker, member, parts, depth);
    return;
  }
  for (const [flags, kind] of FLAGS) {
    if (type.flags & flags) {
      parts.primitives.add(kind);
      addLiteral(checker, type, parts);
      return;
    }
  }
  if (type.isIntersection()) {
    const primitive = type.types.find((member) => FLAGS.some(([flags]) => member.flags & flags));
    if (primitive) return addParts(checker, primitive, parts, depth);
    const nonNull = type.types.some((member) => isEmptyObjectType(member));
    const others = type.types.filter((member) => !isEmptyObjectType(member));
    const only = others.length === 1 ? others[0] : undefined;
    if (nonNull && only) return addWithoutNullish(checker, only, parts, depth);
    if (others.some((member) => member.flags & ts.TypeFlags.TypeParameter))
      return addTypeParameter(checker, others, parts, depth);
    parts.objects.push(type);
    return;
  }
  if (type.flags & ts.TypeFlags.NonPrimitive) {
    parts.anyObject = true;
    return;
  }
  if (isEmptyObjectType(type)) {
    addAnything(parts, false);
    return;
  }
  if (type.flags & ts.TypeFlags.Object) {
    parts.objects.push(type);
    return;
  }
  const constraint = depth < 10 ? checker.getBaseConstraintOfType(type) : undefined;
  if (constraint && constraint !== type) return addParts(checker, constraint, parts, depth + 1);
  addAnything(parts, true);
}

/** Of `T & A`, where `T` is a type parameter, what `A` says is the narrower part. */
function addTypeParameter(checker: ts.TypeChecker, members: ts.Type[], parts: TypeParts, depth: number): void {
  const others = members.filter((member) => !(member.flags & ts.TypeFlags.TypeParameter));
  const [first] = others.length > 0 ? others : members;
  if (first) addParts(checker, first, parts, depth);
}

function addWithoutNullish(checker: ts.TypeChecker, type: ts.Type, parts: TypeParts, depth: number): void {
  const inner = partsOf(checker, type);
  inner.primitives.delete("undefined");
  inner.primitives.delete("null");
  for (const kind of inner.primitives) parts.primitives.add(kind);
  parts.objects.push(...inner.objects);
  parts.anyObject ||= inner.anyObject;
  if (inner.literals === undefined) parts.literals = undefined;
  else for (const literal of inner.literals) parts.literals?.add(literal);
  if (depth > 10) addAnything(parts, false);
}

function addAnything(parts: TypeParts, nullish: boolean): void {
  for (const kind of primitiveKinds)
    if (nullish || (kind !== "undefined" && kind !== "null")) parts.primitives.add(kind);
  parts.anyObject = true;
  parts.literals = undefined;
}

function addLiteral(checker: ts.TypeChecker, type: ts.Type, parts: TypeParts): void {
  if (type.isStringLiteral() || type.isNumberLiteral()) parts.literals?.add(type.value);
  else if (type.flags & ts.TypeFlags.BooleanLiteral) parts.literals?.add(checker.typeToString(type) === "true");
  else if (type.flags & ts.TypeFlags.Null) parts.literals?.add(null);
  else if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) parts.literals?.add(undefined);
  else parts.literals = undefined;
}

/** Whether any value can be of both types, as far as the kinds of primitives and literal values tell. */
export function canMeet(a: TypeParts, b: TypeParts): boolean {
  const objects = (parts: TypeParts): boolean => parts.anyObject || parts.objects.length > 0;
  if (objects(a) && objects(b)) return true;
  if (a.literals && b.literals) return [...a.literals].some((literal) => b.literals?.has(literal));
  return [...a.primitives].some((kind) => b.primitives.has(kind));
}
