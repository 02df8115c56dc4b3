import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, drop, localGet, localSet } from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode, Kinds } from "../../infer/index.ts";
import {
  BIGINT,
  BOOLEAN,
  NULLISH,
  NUMBER,
  STRING,
  SYMBOL,
  UNDEFINED,
  isDictionary,
  kindsOf,
  objectsOf,
  siteOf,
} from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { elementAt } from "../array-access.ts";
import { narrowIndex } from "../array-index.ts";
import type { Value } from "../coerce.ts";
import { impossible, undefinedAs } from "../coerce.ts";
import { keyOf, nameOf, numberKey, plainNumberKey, readElementOwner, textKey } from "./element-key.ts";
import type { Key } from "./element-key.ts";
import { characterAt as characterOf, unitAt } from "../text-functions.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { readScanned } from "../scanned-texts.ts";
import type { Representation } from "../representation.ts";
import { EXTERN_REPRESENTATION, reference, valueType } from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { readNamed } from "./named-members.ts";
import { readPropertyCase } from "./property.ts";

/** `object[key]` */
export function generateElement(f: FunctionGenerator, expression: ExpressionOf<"element">): Instruction {
  const node = f.node(expression.object);
  const scanned = readScanned(f, expression);
  if (scanned) return scanned;
  const wanted = f.representation(expression);
  const object = f.value(expression.object);
  if (!node || !f.hasValue(expression.key)) return impossible(object.code, wanted);
  const result = f.node(expression);
  return readElementOfValue(f, expression, object, node, expression.key, wanted, result && kindsOf(result));
}

const ANYTHING: Kinds = -1;

/** Primitives whose own properties no key names. */
const WITHOUT_ELEMENTS = BOOLEAN | NUMBER | BIGINT | SYMBOL;

/** Reads an element of whatever a value is. */
export function readElementOfValue(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  node: FlowNode,
  keyExpression: Expression,
  wanted: Representation,
  kinds: Kinds = ANYTHING,
): Instruction {
  const given = f.value(keyExpression);
  const constant = keyExpression.op === "number" || keyExpression.op === "string";
  const targets = objectsOf(node);
  const bare = kindsOf(node) & WITHOUT_ELEMENTS;
  const isSimple = targets.length + (kindsOf(node) & STRING ? 1 : 0) === 1 && bare === 0;
  const local = createLocal("key", valueType(given.representation));
  const receiver = createLocal("object", valueType(object.representation));
  const inOrder = constant || (isSimple && (object.kinds & NULLISH) === 0);
  const key = keyOf(f, expression, keyExpression, inOrder ? given : { ...given, code: localGet(local) });
  const cases: DispatchCase[] = targets.map((target) => ({
    objects: [target],
    kind: 0,
    code: (value: Value) => readElementOf(f, expression, value, target, key, wanted, kinds),
  }));
  if (kindsOf(node) & STRING) {
    cases.push({ objects: [], kind: STRING, code: (value) => characterAt(f, value, key, wanted) });
  }
  if (bare !== 0) cases.push({ objects: [], kind: bare, code: ({ code }) => absent(code, wanted) });
  const owner = (value: Value): Value => readElementOwner(f, value, key);
  if (inOrder) return dispatch(f, owner(object), cases, wanted);
  return block(createLabel("element"), valueType(wanted), [
    localSet(receiver, object.code),
    localSet(local, given.code),
    dispatch(f, owner({ ...object, code: localGet(receiver) }), cases, wanted),
  ]);
}

function characterAt(f: FunctionGenerator, value: Value, key: Key, wanted: Representation): Instruction {
  const text = f.convert(value, EXTERN_REPRESENTATION);
  if (wanted.type === "character") return unitAt(f.program.runtime, text, key.index());
  const code = characterOf(f.program.runtime, text, key.index());
  return f.convert({ code, representation: EXTERN_REPRESENTATION, kinds: STRING }, wanted);
}

function readElementOf(
  f: FunctionGenerator,
  expression: Expression,
  value: Value,
  target: AbstractObject,
  key: Key,
  wanted: Representation,
  kinds: Kinds,
): Instruction {
  const { arrays, layouts } = f.program;
  if (target.type === "array") {
    const layout = layouts.arrays.of(target);
    const array = f.convert(value, reference(layout.struct));
    // Only of a tuple that nothing changes is it known that the element is there.
    const isThere = (kinds & UNDEFINED) === 0;
    const index = key.arrayIndex();
    const code = isThere ? elementAt(layout, array, narrowIndex(index)) : arrays.get(layout, array, index);
    return f.convert({ code, representation: layout.element, kinds }, wanted);
  }
  const number = isDictionary(target) && plainNumberKey(f, key);
  if (number) {
    const byNumber = targetsOf(f, siteOf(expression, "getNumber")).find(({ on }) => on === target);
    if (byNumber) return callWithKey(f, byNumber.instance, value, number, wanted);
  }
  const getter = targetsOf(f, siteOf(expression, "get")).find(({ on }) => on === target);
  if (isDictionary(target) && getter) return callWithKey(f, getter.instance, value, textKey(key), wanted);
  const name = nameOf(f, target, key);
  if (name !== undefined) return readPropertyCase(f, expression, target, name, wanted).code(value);
  if (getter) return callWithKey(f, getter.instance, value, numberKey(key), wanted);
  if (target.type === "instance" || target.type === "shape" || target.type === "class") {
    const isNumber = key.value.kinds === NUMBER;
    return readNamed(f, { expression, target, object: () => value, key: () => textKey(key), isNumber }, wanted);
  }
  return absent(value.code, wanted);
}

/** What has no elements gives `undefined`. */
function absent(owner: Instruction, wanted: Representation): Instruction {
  return block(createLabel("absent"), valueType(wanted), [drop(owner), undefinedAs(wanted)]);
}

function callWithKey(
  f: FunctionGenerator,
  instance: Parameters<typeof callInstance>[1],
  receiver: Value,
  key: Value,
  wanted: Representation,
): Instruction {
  return f.convert(
    callInstance(f, instance, { receiver, arguments: [{ value: () => key, spreads: undefined }] }),
    wanted,
  );
}
