import ts from "typescript";
import type { Shape } from "../../ir/index.ts";
import type { LowerContext, SharedContext } from "../context.ts";
import { MAX_FIELDS } from "../limits.ts";
import { isDeclaredOnly } from "../modules/declared-only.ts";
import { constantNameOf } from "../names/constant-name.ts";
import { propertyNameOf } from "./property-name.ts";

/** The shape of the object that a literal makes: that of the type that is expected of it, or one of its own. */
export function shapeOf(context: LowerContext, literal: ts.ObjectLiteralExpression): Shape {
  const { checker } = context.shared;
  const own = checker.getTypeAtLocation(literal);
  // Accessors and fields of one name cannot be in one shape.
  if (literal.properties.some(ts.isAccessor)) return createShape(context.shared, own, "", [], isIndexed(checker, own));
  if (spreadsOpenType(checker, literal)) return ownShape(context.shared, own, true);
  const contextual = checker.getContextualType(literal);
  const expected = contextual && pickMember(checker, contextual, own);
  if (expected && isTop(expected)) {
    return ownShape(context.shared, own, literal.properties.length === 0 || hasUnknownKey(context, literal));
  }
  if (expected && expected.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
    const declared = shapeOfType(context.shared, expected);
    if (declared !== undefined) return declared;
  }
  // What an empty literal of a type is filled with that type parameters decide is only known at run time.
  const isFilled = literal.properties.length === 0 && expected !== undefined && isOpenType(expected);
  return ownShape(context.shared, own, isFilled || hasUnknownKey(context, literal));
}

/** Has a key that is only known at run time; the literal's type does not say so where something is spread besides. */
function hasUnknownKey(context: LowerContext, literal: ts.ObjectLiteralExpression): boolean {
  return literal.properties.some(
    ({ name }) => name && ts.isComputedPropertyName(name) && constantNameOf(context, name) === undefined,
  );
}

/** Has accessors, and properties whose names are only known at run time: no object has both. */
export function mixesAccessors(context: LowerContext, literal: ts.ObjectLiteralExpression): boolean {
  const { checker } = context.shared;
  if (!literal.properties.some(ts.isAccessor)) return false;
  return hasUnknownKey(context, literal) || isIndexed(checker, checker.getTypeAtLocation(literal));
}

/** Takes all properties of an object of which not all are known: of a type parameter's type, of any type, or of a dictionary. */
function spreadsOpenType(checker: ts.TypeChecker, literal: ts.ObjectLiteralExpression): boolean {
  return literal.properties.some((property) => {
    if (!ts.isSpreadAssignment(property)) return false;
    const type = checker.getTypeAtLocation(property.expression);
    return isOpenType(type) || (type.isUnion() ? type.types : [type]).some((each) => isUnlisted(checker, each));
  });
}

/** Has properties that its type does not list. */
function isUnlisted(checker: ts.TypeChecker, type: ts.Type): boolean {
  const unknown = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive;
  return (type.flags & unknown) !== 0 || isIndexed(checker, type);
}

/** Whether values of a type have properties that only whoever uses a type parameter knows. */
export function isOpenType(type: ts.Type): boolean {
  if (type.flags & ts.TypeFlags.Instantiable) return true;
  if (type.isUnionOrIntersection()) return type.types.some(isOpenType);
  const mapped = type as ts.Type & { objectFlags?: ts.ObjectFlags };
  if (!((mapped.objectFlags ?? 0) & ts.ObjectFlags.Mapped)) return false;
  return mapped.aliasTypeArguments?.some(isOpenType) ?? false;
}

/**
 * The shape that all literals share of which this type is expected; `undefined` for types that name no properties: functions, arrays, and what a
 * literal's own type is.
 */
export function shapeOfType(shared: SharedContext, type: ts.Type): Shape | undefined {
  const { checker } = shared;
  if (type.symbol?.flags & ts.SymbolFlags.ObjectLiteral) return undefined;
  if (checker.isArrayType(type) || checker.isTupleType(type)) return undefined;
  const key = shapeKey(type);
  const known = shared.shapes.get(key);
  if (known) {
    shared.shapeTypes.get(known)?.add(type);
    return known;
  }
  const properties = valuePropertiesOf(checker, type);
  const dictionary = isIndexed(checker, type) || properties.length > MAX_FIELDS;
  if ((properties.length === 0 && !dictionary) || isArrayLike(checker, type)) return undefined;
  const shape = createShape(
    shared,
    type,
    nameOf(type),
    properties.map((property) => propertyNameOf(shared, property)),
    dictionary,
  );
  shared.shapes.set(key, shape);
  return shape;
}

function ownShape(shared: SharedContext, own: ts.Type, dictionary: boolean): Shape {
  const { checker } = shared;
  return createShape(shared, own, "", [], dictionary || isIndexed(checker, own) || isVast(checker, own));
}

function createShape(
  shared: SharedContext,
  type: ts.Type,
  name: string,
  declared: string[],
  dictionary: boolean,
): Shape {
  const shape: Shape = { name, declared, dictionary };
  shared.shapeTypes.set(shape, new Set([type]));
  return shape;
}

/** Only lets elements be read: what a literal has of them stands in the literal. */
function isArrayLike(checker: ts.TypeChecker, type: ts.Type): boolean {
  const indices = checker.getIndexInfosOfType(type);
  return (
    indices.length > 0 && indices.every(({ keyType, isReadonly }) => isReadonly && keyType.flags & ts.TypeFlags.Number)
  );
}

/** Has properties whose names are only known at run time. */
export function isIndexed(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.getIndexInfosOfType(type).some(({ keyType }) => !(keyType.flags & ts.TypeFlags.ESSymbolLike));
}

/** Has more properties than there are fields for. */
function isVast(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.getPropertiesOfType(type).length > MAX_FIELDS;
}

/** Says nothing about an object. */
function isTop(type: ts.Type): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return true;
  return isEmptyObjectType(type);
}

/** `{}`, or `Object`. */
export function isEmptyObjectType(type: ts.Type): boolean {
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  if (type.symbol?.name === "Object" && type.symbol.flags & ts.SymbolFlags.Interface) return true;
  return (
    !(type.symbol?.flags & (ts.SymbolFlags.ObjectLiteral | ts.SymbolFlags.Class)) &&
    type.getProperties().length === 0 &&
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0 &&
    type.getStringIndexType() === undefined &&
    type.getNumberIndexType() === undefined
  );
}

/** Of a union, the member that a literal is meant to be. */
function pickMember(checker: ts.TypeChecker, contextual: ts.Type, own: ts.Type): ts.Type | undefined {
  const type = contextual.flags & ts.TypeFlags.TypeParameter ? checker.getApparentType(contextual) : contextual;
  if (!type.isUnion()) return type;
  const members = type.types.filter((member) => !(member.flags & NO_OBJECT));
  if (members.length < 2) return members[0];
  const fitting = members.filter((member) => checker.isTypeAssignableTo(own, member));
  return fitting.find((member) => !isTop(member) && !isIndexed(checker, member)) ?? fitting[0];
}

const NO_OBJECT =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.ESSymbolLike |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null |
  ts.TypeFlags.Void |
  ts.TypeFlags.Never;

/** Instantiations of one generic declaration are one shape; mapped types and intersections are what they have resolved to. */
function shapeKey(type: ts.Type): ts.Type | ts.Symbol {
  const declared = type.symbol?.declarations?.some(
    (node) => ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) || ts.isClassLike(node),
  );
  const isStatic = type.symbol?.flags & ts.SymbolFlags.Class && !type.isClassOrInterface() && !isReference(type);
  return declared && !isStatic ? type.symbol : type;
}

function isReference(type: ts.Type): boolean {
  return ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
}

function nameOf(type: ts.Type): string {
  const name = type.aliasSymbol?.name ?? type.symbol?.name ?? "";
  return /^(?:__|")/.test(name) ? "" : name;
}

/** The properties of a type; what of a module or namespace is only declared is not there at run time. */
export function valuePropertiesOf(checker: ts.TypeChecker, type: ts.Type): ts.Symbol[] {
  return checker.getPropertiesOfType(type).filter((property) => !isDeclaredOnly(property));
}
