import type { Expression } from "../ir/index.ts";
import type { AbstractObject } from "./abstract-object.ts";
import type { Kinds } from "./kinds.ts";
import { ANYTHING, BIGINT, BOOLEAN, HOST, NULL, NUMBER, STRING, SYMBOL, UNDEFINED } from "./kinds.ts";
import type { Visit } from "./visit.ts";

/** What a test of a value's kind lets pass. */
interface KindTest {
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

/** Visits each branch of a test when something that leads there reaches the tested value. */
export function visitBranches(visit: Visit, test: Expression, then: () => void, otherwise: () => void): void {
  if (test.op === "unary" && test.operator === "!") return visitBranches(visit, test.operand, otherwise, then);
  const kindTest = test.op === "intrinsic" ? kindTests[test.name] : undefined;
  const tested = test.op === "intrinsic" ? test.arguments[0] : undefined;
  if (!kindTest || !tested) {
    then();
    otherwise();
    return;
  }
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
