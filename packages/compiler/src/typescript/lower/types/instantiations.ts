import ts from "typescript";
import type { BorderType } from "../../ir/index.ts";
import type { SharedContext } from "../context.ts";

/** How deep type arguments may lie in each other before they are no longer told apart. */
const DEEPEST = 4;

/** How many instantiations of one type may lead to each other before they are no longer told apart. */
const LONGEST = 2;

/** A generic type with its arguments. */
interface Instantiation {
  symbol: ts.Symbol;
  arguments: readonly ts.Type[];
}

/**
 * Instantiations of generic types. A method such as `map<U>(…): Box<U>` makes a new type each time it is looked at, since its `U` is a new one, so
 * instantiations are told apart by how their arguments cross.
 */
export class Instantiations {
  #made = new Map<ts.Symbol, { arguments: readonly Argument[]; type: BorderType }[]>();
  /** How many instantiations of each type are being described. */
  #open = new Map<ts.Symbol, number>();

  /** The border type of an instantiation, if one like it was met before. */
  find(shared: SharedContext, type: ts.Type, borderTypeOf: (type: ts.Type) => BorderType): BorderType | undefined {
    const generic = instantiationOf(shared, type);
    if (!generic) return undefined;
    const given = generic.arguments.map((argument) => argumentOf(argument, borderTypeOf));
    return this.#made.get(generic.symbol)?.find((known) => isSame(known.arguments, given))?.type;
  }

  /** Keeps the border type of an instantiation. */
  add(shared: SharedContext, type: ts.Type, made: BorderType, borderTypeOf: (type: ts.Type) => BorderType): void {
    const generic = instantiationOf(shared, type);
    if (!generic) return;
    const known = this.#made.get(generic.symbol) ?? [];
    known.push({ arguments: generic.arguments.map((argument) => argumentOf(argument, borderTypeOf)), type: made });
    this.#made.set(generic.symbol, known);
  }

  /** Describes what is in an instantiation. */
  describe(shared: SharedContext, type: ts.Type, fill: () => void): void {
    const generic = instantiationOf(shared, type);
    if (!generic) return fill();
    const open = this.#open.get(generic.symbol) ?? 0;
    this.#open.set(generic.symbol, open + 1);
    fill();
    this.#open.set(generic.symbol, open);
  }

  /**
   * The type itself, or the declaration that it instantiates: if its arguments are instantiations of instantiations and so on, or if it is met
   * in an instantiation that was met in another and so on. A method such as `join<U>(…): Table<Merged<T, U>>` has no end of them.
   */
  bounded(shared: SharedContext, type: ts.Type): ts.Type {
    const generic = genericOf(shared.checker, type);
    if (!generic) return type;
    const open = this.#open.get(generic.symbol) ?? 0;
    return open >= LONGEST || depthOf(shared.checker, type) > DEEPEST ? generic.declared() : type;
  }
}

/** A type argument as far as it matters: how it crosses, and the literals that it consists of. */
interface Argument {
  type: BorderType;
  literal: ts.Type | undefined;
}

function argumentOf(type: ts.Type, borderTypeOf: (type: ts.Type) => BorderType): Argument {
  const members = type.isUnion() ? type.types : [type];
  const literal = members.some((member) => member.flags & ts.TypeFlags.Literal) ? type : undefined;
  return { type: borderTypeOf(type), literal };
}

function isSame(first: readonly Argument[], second: readonly Argument[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ type, literal }, index) => {
      const other = second[index];
      return other !== undefined && literal === other.literal && crossesAs(type, other.type);
    })
  );
}

/** Whether two types cross alike: unions of the same do, such as of the type parameters `E | F` of one method and another. */
function crossesAs(first: BorderType, second: BorderType): boolean {
  if (first === second) return true;
  if (first.type !== "union" && second.type !== "union") return false;
  const [some, others] = [membersOf(first), membersOf(second)];
  return some.length === others.length && some.every((each) => others.includes(each));
}

function membersOf(type: BorderType): readonly BorderType[] {
  return type.type === "union" ? type.members : [type];
}

/** The generic type that a type is an instantiation of, or the declaration itself. */
function instantiationOf({ checker }: SharedContext, type: ts.Type): Instantiation | undefined {
  if (type.aliasSymbol && type.aliasTypeArguments) {
    return { symbol: type.aliasSymbol, arguments: type.aliasTypeArguments };
  }
  const { objectFlags, target, symbol } = type as ts.TypeReference;
  const parameters = objectFlags & ts.ObjectFlags.Reference ? (target.typeParameters?.length ?? 0) : 0;
  if (parameters === 0 || !symbol || checker.isArrayType(type) || checker.isTupleType(type)) return undefined;
  return { symbol, arguments: checker.getTypeArguments(type as ts.TypeReference).slice(0, parameters) };
}

/** What is instantiated, also by an alias such as that of a union, and with what. */
function genericOf(checker: ts.TypeChecker, type: ts.Type): (Instantiation & { declared(): ts.Type }) | undefined {
  const { aliasSymbol, aliasTypeArguments } = type;
  if (aliasSymbol && aliasTypeArguments) {
    const declared = (): ts.Type => checker.getDeclaredTypeOfSymbol(aliasSymbol);
    return { symbol: aliasSymbol, arguments: aliasTypeArguments, declared };
  }
  const { flags, objectFlags, target } = type as ts.TypeReference;
  if (!(flags & ts.TypeFlags.Object) || !(objectFlags & ts.ObjectFlags.Reference) || !target.symbol) return undefined;
  if (checker.isArrayType(type) || checker.isTupleType(type)) return undefined;
  const given = checker.getTypeArguments(type as ts.TypeReference);
  return { symbol: target.symbol, arguments: given, declared: () => target };
}

function depthOf(checker: ts.TypeChecker, type: ts.Type, limit = DEEPEST + 1): number {
  if (limit === 0) return 0;
  const inner = genericOf(checker, type)?.arguments ?? elementsOf(checker, type);
  return inner ? 1 + Math.max(0, ...inner.map((each) => depthOf(checker, each, limit - 1))) : 0;
}

function elementsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] | undefined {
  const isList = checker.isArrayType(type) || checker.isTupleType(type);
  return isList ? checker.getTypeArguments(type as ts.TypeReference) : undefined;
}
