import type { Expression, IrClass, IrVariable } from "../../ir/index.ts";
import type { AbstractObject, ClassObject } from "../values/abstract-object.ts";
import type { Kinds } from "../values/kinds.ts";
import { ANYTHING, BIGINT, BOOLEAN, HOST, NULL, NUMBER, STRING, SYMBOL, UNDEFINED } from "../values/kinds.ts";
import type { Visit } from "../visitors/visit.ts";

/** What a test of a value's kind lets pass. */
export interface KindTest {
  kinds: Kinds;
  object(object: AbstractObject): boolean;
}

const never = (): boolean => false;
const isFunction = ({ type }: AbstractObject): boolean =>
  type === "function" || type === "hostFunction" || type === "class";

/** The library's tests of a value's kind. */
export const kindTests: Readonly<Record<string, KindTest>> = {
  $isUndefined: { kinds: UNDEFINED, object: never },
  $isNull: { kinds: NULL, object: never },
  $isBoolean: { kinds: BOOLEAN, object: never },
  $isNumber: { kinds: NUMBER, object: never },
  $isString: { kinds: STRING, object: never },
  $isBigint: { kinds: BIGINT, object: never },
  $isSymbol: { kinds: SYMBOL, object: never },
  $isHost: { kinds: HOST, object: never },
  $isFunction: { kinds: 0, object: isFunction },
  $isArray: { kinds: 0, object: ({ type }) => type === "array" },
  $isObject: { kinds: 0, object: (object) => object.type !== "array" && !isFunction(object) },
};

/** The test that an expression is, and what it tests, if it is a test of a value's kind or class. */
export function kindTestOf(
  library: ReadonlyMap<string, IrVariable>,
  expression: Expression,
): { test: KindTest; tested: Expression } | undefined {
  if (expression.op !== "intrinsic") return undefined;
  const [tested, type] = expression.arguments;
  if (!tested) return undefined;
  if (expression.name === "$isInstance" && type) {
    return { tested, test: { kinds: 0, object: (object) => isOfClass(object, classNamed(library, type)) } };
  }
  const test = kindTests[expression.name];
  return test && { test, tested };
}

/** Whether an object is an instance of a class or of one that extends it. */
export function isOfClass(object: AbstractObject, definition: IrClass | undefined): boolean {
  if (object.type !== "instance" || !definition) return false;
  for (let at: ClassObject | undefined = object.class; at; at = at.base) if (at.definition === definition) return true;
  return false;
}

/** The class of the library that an expression names. */
export function classNamed(library: ReadonlyMap<string, IrVariable>, type: Expression): IrClass | undefined {
  if (type.op !== "get" && type.op !== "library") return undefined;
  const variable = type.op === "get" ? type.variable : library.get(type.name);
  return variable?.holds?.type === "class" ? variable.holds : undefined;
}

/** Visits each branch of a test when something that leads there reaches the tested value. */
export function visitBranches(visit: Visit, test: Expression, then: () => void, otherwise: () => void): void {
  if (test.op === "unary" && test.operator === "!") return visitBranches(visit, test.operand, otherwise, then);
  const found = kindTestOf(visit.analysis.library, test);
  if (!found) {
    then();
    otherwise();
    return;
  }
  const { test: kindTest, tested } = found;
  const { solver } = visit.analysis;
  const node = visit.analysis.expression(visit.instance, tested);
  const open = { then: once(then), otherwise: once(otherwise) };
  solver.onKinds(node, (kinds) => {
    if (kinds & kindTest.kinds) open.then();
    if (kinds & ANYTHING & ~kindTest.kinds) open.otherwise();
  });
  solver.onObject(node, (object) => {
    if (kindTest.object(object)) open.then();
    else open.otherwise();
  });
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
