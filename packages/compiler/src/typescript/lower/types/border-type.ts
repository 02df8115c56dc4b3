import ts from "typescript";
import type { BorderField, BorderLiteral, BorderType, Shape } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";
import { MAX_FIELDS } from "../limits.ts";
import { absenceOf } from "./absence.ts";
import { askedOfProperty } from "./asked-properties.ts";
import { borderClass, borderInstance, isReadonly } from "./border-class.ts";
import { borderFunction, borderFunctions } from "./border-function.ts";
import { libraryBorderType } from "./border-library.ts";
import { propertyNameOf } from "./property-name.ts";
import { isEmptyObjectType, isOpenType, shapeOfType, valuePropertiesOf } from "./shape.ts";

const ANY: BorderType = { type: "any" };
const OPAQUE: BorderType = { type: "opaque" };

const PRIMITIVES: readonly [ts.TypeFlags, BorderType][] = [
  [ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never, { type: "undefined" }],
  [ts.TypeFlags.Null, { type: "null" }],
  [ts.TypeFlags.BooleanLike, { type: "boolean" }],
  [ts.TypeFlags.NumberLike, { type: "number" }],
  [ts.TypeFlags.StringLike, { type: "string" }],
  [ts.TypeFlags.BigIntLike, { type: "bigint" }],
  [ts.TypeFlags.ESSymbolLike, { type: "symbol" }],
];

/** How a value of a type crosses between JavaScript and the module. */
export function borderTypeOf(shared: SharedContext, asked: ts.Type): BorderType {
  const type = shared.instantiations.bounded(shared, asked);
  const of = (inner: ts.Type): BorderType => borderTypeOf(shared, inner);
  const known = shared.borderTypes.get(type) ?? shared.instantiations.find(shared, type, of);
  if (known) return known;
  const primitive = PRIMITIVES.find(([flags]) => type.flags & flags);
  if (
    primitive &&
    !(type.flags & ts.TypeFlags.Union && !(type.flags & (ts.TypeFlags.EnumLike | ts.TypeFlags.Boolean)))
  ) {
    return primitive[1];
  }
  if (type.isUnion()) return borderUnion(shared, type.types, type);
  if (type.isIntersection() || type.flags & ts.TypeFlags.Object) {
    const made = type.isIntersection() ? borderIntersection(shared, type) : borderObject(shared, type as ts.ObjectType);
    return isOpenType(type) ? openType(shared, made) : made;
  }
  const constraint = shared.checker.getBaseConstraintOfType(type);
  const isParameter = type.flags & ts.TypeFlags.Instantiable;
  if (!constraint || constraint === type || saysNothing(constraint)) return isParameter ? OPAQUE : ANY;
  if (shared.constraining.has(type)) return OPAQUE;
  shared.constraining.add(type);
  const constrained = borderTypeOf(shared, constraint);
  shared.constraining.delete(type);
  return (type as ts.TypeParameter & { isThisType?: boolean }).isThisType ? constrained : openType(shared, constrained);
}

/** What is only known to have some properties keeps the others too. */
function openType({ openTypes }: SharedContext, type: BorderType): BorderType {
  if (type.type !== "object") return type;
  let open = openTypes.get(type);
  if (!open) {
    const shape: Shape = { name: "", declared: [], dictionary: true };
    open = { type: "dictionary", shape, value: ANY, named: type.fields.map(({ name }) => name) };
    openTypes.set(type, open);
  }
  return open;
}

function saysNothing(type: ts.Type): boolean {
  return (
    (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) !== 0 ||
    isEmptyObjectType(type)
  );
}

/** One kind of border type. */
export type BorderTypeOf<Kind extends BorderType["type"]> = Extract<BorderType, { type: Kind }>;

/** Makes a border type whose inner types may refer to it. */
export function defineBorderType<Kind extends BorderType["type"]>(
  shared: SharedContext,
  type: ts.Type,
  empty: BorderTypeOf<Kind>,
  fill: (made: BorderTypeOf<Kind>) => void,
): BorderTypeOf<Kind> {
  shared.borderTypes.set(type, empty);
  shared.instantiations.add(shared, type, empty, (inner) => borderTypeOf(shared, inner));
  shared.instantiations.describe(shared, type, () => fill(empty));
  return empty;
}

/** The type of an optional property or parameter that is given. */
export function borderTypeIfGiven(shared: SharedContext, type: ts.Type): BorderType {
  if (!type.isUnion()) return borderTypeOf(shared, type);
  const members = type.types.filter((member) => !(member.flags & ts.TypeFlags.Undefined));
  return members.length === type.types.length ? borderTypeOf(shared, type) : borderUnion(shared, members, undefined);
}

/** Values of any of several types, such as what overloads give. */
export function borderTypeOfAll(shared: SharedContext, types: readonly ts.Type[]): BorderType {
  const [first, ...others] = new Set(types.flatMap((type) => (type.isUnion() ? type.types : [type])));
  if (!first || others.length === 0 || types.length === 1) return types[0] ? borderTypeOf(shared, types[0]) : ANY;
  return borderUnion(shared, [first, ...others], undefined);
}

/** Literals of one primitive are that primitive; what then is left alone is no union. */
function borderUnion(shared: SharedContext, types: readonly ts.Type[], whole: ts.Type | undefined): BorderType {
  const primitives = new Set<BorderType>();
  const others: ts.Type[] = [];
  for (const type of types) {
    const primitive = PRIMITIVES.find(([flags]) => type.flags & flags)?.[1];
    if (primitive) primitives.add(primitive);
    else others.push(type);
  }
  const [first] = primitives;
  const functions = others.filter((type) => isFunctionType(shared, type));
  const [only] = others;
  if (others.length === 0 && primitives.size === 1 && first) return first;
  if (others.length === 1 && primitives.size === 0 && only) return borderTypeOf(shared, only);
  const made = { type: "union" as const, members: [] as BorderType[] };
  if (whole) shared.borderTypes.set(whole, made);
  for (const [, primitive] of PRIMITIVES) if (primitives.has(primitive)) made.members.push(primitive);
  const members = made.members;
  for (const other of others) {
    const isMerged = functions.length > 1 && functions.includes(other);
    const member = isMerged ? borderFunctions(shared, functions) : borderTypeOf(shared, other);
    if (!members.some((known) => isSameType(known, member))) members.push(member);
  }
  const [single] = members;
  return members.length === 1 && single && !whole ? single : made;
}

/** Functions and nothing more. */
function isFunctionType({ modules }: SharedContext, type: ts.Type): boolean {
  if (!(type.flags & ts.TypeFlags.Object) || type.getCallSignatures().length === 0) return false;
  return !type.symbol?.declarations?.some((node) => ts.isClassLike(node) && modules.has(node.getSourceFile()));
}

/** Arrays of the same are the same. */
function isSameType(first: BorderType, second: BorderType): boolean {
  if (first === second) return true;
  if (first.type === "array" && second.type === "array") {
    return first.readonly === second.readonly && isSameType(first.element, second.element);
  }
  return first.type === second.type && (first.type === "opaque" || first.type === "any");
}

/** A branded primitive is the primitive. */
function borderIntersection(shared: SharedContext, type: ts.IntersectionType): BorderType {
  for (const member of type.types) {
    const primitive = PRIMITIVES.find(([flags]) => member.flags & flags);
    if (primitive) return primitive[1];
  }
  const objects = type.types.filter((member) => member.flags & ts.TypeFlags.Object && !isEmptyObjectType(member));
  const [only] = objects;
  if (objects.length === 1 && only && type.types.length > 1) return borderTypeOf(shared, only);
  if (objects.length === 0) return ANY;
  const signatures = type.getCallSignatures();
  return signatures.length > 0 ? borderFunction(shared, type, signatures) : borderProperties(shared, type);
}

function borderObject(shared: SharedContext, type: ts.ObjectType): BorderType {
  const { checker } = shared;
  if (isEmptyObjectType(type)) return ANY;
  if (checker.isTupleType(type)) return borderTuple(shared, type as ts.TupleTypeReference);
  if (checker.isArrayType(type)) return borderArray(shared, type as ts.TypeReference);
  const declaration = type.symbol?.declarations?.find(ts.isClassLike);
  if (declaration && shared.modules.has(declaration.getSourceFile())) {
    if (isStaticSide(type)) return borderClass(shared, type, declaration);
    return borderInstance(shared, type as ts.TypeReference, declaration);
  }
  const special = libraryBorderType(shared, type) ?? borderCallable(shared, type);
  if (special) return special;
  // A class that JavaScript passes in, for which there is no class of the program.
  return type.getConstructSignatures().length > 0 ? ANY : borderProperties(shared, type);
}

/** The class itself, not an instance. */
function isStaticSide(type: ts.ObjectType): boolean {
  return !type.isClassOrInterface() && !(type.objectFlags & ts.ObjectFlags.Reference);
}

function borderCallable(shared: SharedContext, type: ts.ObjectType): BorderType | undefined {
  const signatures = type.getCallSignatures();
  return signatures.length > 0 ? borderFunction(shared, type, signatures) : undefined;
}

function borderArray(shared: SharedContext, type: ts.TypeReference): BorderType {
  const made: BorderTypeOf<"array"> = { type: "array", element: ANY, readonly: type.symbol.name === "ReadonlyArray" };
  return defineBorderType(shared, type, made, (array) => {
    array.element = borderTypeOf(shared, shared.checker.getTypeArguments(type)[0] ?? shared.checker.getAnyType());
  });
}

function borderTuple(shared: SharedContext, type: ts.TupleTypeReference): BorderType {
  const made: BorderTypeOf<"tuple"> = { type: "tuple", elements: [], rest: undefined };
  return defineBorderType(shared, type, made, (tuple) => {
    const { elementFlags } = type.target;
    for (const [index, element] of shared.checker.getTypeArguments(type).entries()) {
      const flags = elementFlags[index] ?? ts.ElementFlags.Required;
      const optional = (flags & ts.ElementFlags.Optional) !== 0;
      const each = flags & ts.ElementFlags.Variadic ? elementOf(shared, element) : element;
      const inner = optional ? orUndefined(borderTypeIfGiven(shared, each)) : borderTypeOf(shared, each);
      // After a rest element nothing has a place of its own.
      if (tuple.rest !== undefined) tuple.rest = withRest(tuple.rest, inner);
      else if (flags & ts.ElementFlags.Variable) tuple.rest = inner;
      else tuple.elements.push(inner);
    }
  });
}

function withRest(rest: BorderType | undefined, more: BorderType): BorderType {
  return rest === undefined || rest === more ? more : { type: "union", members: [rest, more] };
}

/** What the elements of a type of arrays are, such as of a type parameter that is spread in a tuple. */
export function elementOf({ checker }: SharedContext, type: ts.Type): ts.Type {
  const arrays = checker.getBaseConstraintOfType(type) ?? type;
  return checker.getIndexTypeOfType(arrays, ts.IndexKind.Number) ?? checker.getAnyType();
}

function orUndefined(type: BorderType): BorderType {
  const members = type.type === "union" ? type.members : [type];
  return { type: "union", members: [{ type: "undefined" }, ...members] };
}

/** Plain objects and dictionaries. */
function borderProperties(shared: SharedContext, type: ts.Type): BorderType {
  const { checker } = shared;
  const shape = shapeOfType(shared, type) ?? anonymousShape(shared, type);
  if (shape.dictionary) {
    const made: BorderTypeOf<"dictionary"> = { type: "dictionary", shape, value: ANY };
    return defineBorderType(shared, type, made, (dictionary) => {
      const indexed = checker.getIndexInfosOfType(type).map((info) => borderTypeOf(shared, info.type));
      // With more properties than an object has fields, what it holds is what those hold.
      const values = new Set(indexed.length > 0 ? indexed : fieldsOf(shared, type).map((field) => field.type));
      const [value] = values;
      if (value) dictionary.value = values.size === 1 ? value : { type: "union", members: [...values] };
    });
  }
  const made: BorderTypeOf<"object"> = { type: "object", shape, fields: [] };
  return defineBorderType(shared, type, made, ({ fields }) => {
    fields.push(...fieldsOf(shared, type));
  });
}

/** The properties of a type, as they cross. */
export function fieldsOf(shared: SharedContext, type: ts.Type): BorderField[] {
  const { checker } = shared;
  return valuePropertiesOf(checker, type).map((property) => {
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const declared = checker.getTypeOfSymbol(property);
    const inner = optional ? borderTypeIfGiven(shared, declared) : borderTypeOf(shared, declared);
    const name = propertyNameOf(shared, property);
    const asked = askedOfProperty(shared, name, optional);
    const { type: given, lenient } = absenceOf(shared, { type: inner, optional }, asked, "property");
    const values = given === inner ? literalsOf(declared) : literalsOf(declared)?.concat(null);
    return { name, type: given, optional, readonly: isReadonly(property), values, ...(lenient ? { lenient } : {}) };
  });
}

/** The values of a type of literals. */
function literalsOf(type: ts.Type): BorderLiteral[] | undefined {
  const values: BorderLiteral[] = [];
  for (const member of type.isUnion() ? type.types : [type]) {
    if (member.isStringLiteral() || member.isNumberLiteral()) values.push(member.value);
    else if (member.flags & ts.TypeFlags.BooleanLiteral) values.push(booleanOf(member));
    else if (member.flags & ts.TypeFlags.Null) values.push(null);
    else return undefined;
  }
  return values;
}

function booleanOf(type: ts.Type): boolean {
  return (type as ts.Type & { intrinsicName?: string }).intrinsicName === "true";
}

/** The shape of the one object that has a type, such as an enum; or of the objects of that type that JavaScript passes in. */
export function anonymousShape(shared: SharedContext, type: ts.Type): Shape {
  const known = shared.shapes.get(type);
  if (known) return known;
  const names = valuePropertiesOf(shared.checker, type).map((property) => propertyNameOf(shared, property));
  // Namespaces have accessors, which dictionaries have not.
  const dictionary = names.length > MAX_FIELDS && (type.symbol?.flags & ts.SymbolFlags.Module) === 0;
  const shape: Shape = { name: "", declared: names, dictionary };
  shared.shapes.set(type, shape);
  shared.shapeTypes.set(shape, new Set([type]));
  return shape;
}
