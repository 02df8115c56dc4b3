import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  call,
  createLabel,
  createLocal,
  drop,
  i32,
  ifElse,
  localGet,
  localSet,
  nullValue,
  op,
  unreachable,
} from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../../infer/index.ts";
import {
  NULLISH,
  NUMBER,
  STRING,
  constantKey,
  isDictionary,
  isIndexed,
  kindsOf,
  objectsOf,
  siteKey,
} from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { impossible, undefinedAs } from "../coerce.ts";
import { toIndex } from "../number-functions.ts";
import { characterAt as characterOf } from "../text-functions.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import {
  ANY_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  NUMBER_REPRESENTATION,
  reference,
  valueType,
} from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { fail, presentOr } from "./failures.ts";
import { readPropertyCase } from "./property.ts";
import { writePropertyOfValue } from "./set-property.ts";
import { textOf } from "./text.ts";

/** `object[key]` */
export function generateElement(f: FunctionGenerator, expression: ExpressionOf<"element">): Instruction {
  const node = f.node(expression.object);
  const wanted = f.representation(expression);
  const object = f.value(expression.object);
  if (!node || !f.hasValue(expression.key)) return impossible(object.code, wanted);
  return readElementOfValue(f, expression, object, node, expression.key, wanted);
}

/** The key of an element, evaluated once. */
interface Key {
  expression: Expression;
  value: Value;
  index(): Instruction;
  text(): Instruction;
}

function keyOf(f: FunctionGenerator, expression: Expression, key: Expression, value: Value): Key {
  const held = value.representation.type;
  return {
    expression: key,
    value,
    index: () => {
      if (key.op === "number") return i32(Number.isInteger(key.value) && key.value >= 0 ? key.value : -1);
      if (held === "integer") return value.code;
      if (held === "number") return toIndex(f.program.runtime, value.code);
      return toIndex(
        f.program.runtime,
        held === "any" && (value.kinds & STRING) === 0
          ? f.convert(value, NUMBER_REPRESENTATION)
          : call(f.program.imports.javascript("number_parse"), textOf(f, value, siteKey(expression, "key"))),
      );
    },
    text: () => textOf(f, value, siteKey(expression, "key")),
  };
}

/** Reads an element of whatever a value is. */
export function readElementOfValue(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  node: FlowNode,
  keyExpression: Expression,
  wanted: Representation,
): Instruction {
  const given = f.value(keyExpression);
  const constant = keyExpression.op === "number" || keyExpression.op === "string";
  const targets = objectsOf(node);
  const isSimple = targets.length + (kindsOf(node) & STRING ? 1 : 0) === 1;
  const local = createLocal("key", valueType(given.representation));
  const receiver = createLocal("object", valueType(object.representation));
  const inOrder = constant || (isSimple && (object.kinds & NULLISH) === 0);
  const key = keyOf(f, expression, keyExpression, inOrder ? given : { ...given, code: localGet(local) });
  const cases: DispatchCase[] = targets.map((target) => ({
    objects: [target],
    kind: 0,
    code: (value: Value) => readElementOf(f, expression, value, target, key, wanted),
  }));
  if (kindsOf(node) & STRING) {
    cases.push({ objects: [], kind: STRING, code: (value) => characterAt(f, value, key, wanted) });
  }
  const owner = (value: Value): Value => ownerOfElement(f, value, "throwReading", key);
  if (inOrder) return dispatch(f, owner(object), cases, wanted);
  return block(createLabel("element"), valueType(wanted), [
    localSet(receiver, object.code),
    localSet(local, given.code),
    dispatch(f, owner({ ...object, code: localGet(receiver) }), cases, wanted),
  ]);
}

function characterAt(f: FunctionGenerator, value: Value, key: Key, wanted: Representation): Instruction {
  const held = {
    code: characterOf(f.program.runtime, f.convert(value, EXTERN_REPRESENTATION), key.index()),
    representation: EXTERN_REPRESENTATION,
    kinds: STRING,
  };
  return f.convert(held, wanted);
}

function readElementOf(
  f: FunctionGenerator,
  expression: Expression,
  value: Value,
  target: AbstractObject,
  key: Key,
  wanted: Representation,
): Instruction {
  const { arrays, layouts } = f.program;
  if (target.type === "array") {
    const layout = layouts.array(target);
    const code = arrays.get(layout, f.convert(value, reference(layout.struct)), key.index());
    return f.convert({ code, representation: layout.element, kinds: kindsOf(target.element) | 1 }, wanted);
  }
  const getter = targetsOf(f, siteKey(expression, "get")).find(({ on }) => on === target);
  if (isDictionary(target) && getter) return callWithKey(f, getter.instance, value, textKey(key), wanted);
  const name = nameOf(f, target, key);
  if (name !== undefined) return readPropertyCase(f, expression, target, name, wanted).code(value);
  if (getter) return callWithKey(f, getter.instance, value, numberKey(key), wanted);
  if (target.type === "instance" || target.type === "shape") {
    const read = f.program.dynamic.get(target, f.convert(value, reference(layouts.struct(target))), key.text());
    return f.convert({ code: read, representation: ANY_REPRESENTATION, kinds: -1 }, wanted);
  }
  return block(createLabel("absent"), valueType(wanted), [drop(value.code), undefinedAs(wanted)]);
}

/** The property that a key always names, if it is no index of an object that has elements. */
function nameOf(f: FunctionGenerator, target: AbstractObject, { expression }: Key): string | undefined {
  if (expression.op === "number" && isIndexed(f.program.analysis, target)) return undefined;
  return constantKey(expression);
}

function textKey(key: Key): Value {
  return { code: key.text(), representation: EXTERN_REPRESENTATION, kinds: STRING };
}

function numberKey(key: Key): Value {
  return { code: key.index(), representation: INTEGER_REPRESENTATION, kinds: NUMBER };
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

/** A value whose element is read or set. */
function ownerOfElement(f: FunctionGenerator, value: Value, failure: "throwReading" | "throwSetting", key: Key): Value {
  const held = key.value.representation.type;
  const isNumber = held === "integer" || (held === "number" && key.value.kinds === NUMBER);
  return presentOr(f, value, (isNull) =>
    isNumber ? fail(f, `${failure}At`, isNull, key.value) : fail(f, failure, isNull, textKey(key)),
  );
}

/** `object[key] = value` */
export function generateSetElement(f: FunctionGenerator, expression: ExpressionOf<"setElement">): Instruction {
  const node = f.node(expression.object);
  const object = f.value(expression.object);
  const givenKey = f.value(expression.key);
  const given = f.value(expression.value);
  const type = valueType(given.representation);
  if (!node || !f.hasValue(expression.key) || !f.hasValue(expression.value)) {
    return block(createLabel("set"), type, [drop(object.code), drop(givenKey.code), given.code]);
  }
  const receiver = createLocal("object", valueType(object.representation));
  const keyLocal = createLocal("key", valueType(givenKey.representation));
  const kept = createLocal("value", type);
  const key = keyOf(f, expression, expression.key, { ...givenKey, code: localGet(keyLocal) });
  const value = (): Value => ({ ...given, code: localGet(kept) });
  const cases: DispatchCase[] = objectsOf(node).map((target) => ({
    objects: [target],
    kind: 0,
    code: (on: Value) =>
      block(createLabel("set"), valueType(ANY_REPRESENTATION), [
        ...writeElementOf(f, expression, on, target, key, value()),
        nullValue("none"),
      ]),
  }));
  const again = ownerOfElement(f, { ...object, code: localGet(receiver) }, "throwSetting", key);
  const targets = objectsOf(node);
  return block(createLabel("set"), type, [
    localSet(receiver, object.code),
    localSet(keyLocal, givenKey.code),
    localSet(kept, given.code),
    ...(targets.length === 1
      ? writeElementOf(f, expression, again, targets[0]!, key, value())
      : [drop(dispatch(f, again, cases, ANY_REPRESENTATION))]),
    localGet(kept),
  ]);
}

function writeElementOf(
  f: FunctionGenerator,
  expression: ExpressionOf<"setElement">,
  object: Value,
  target: AbstractObject,
  key: Key,
  value: Value,
): Instruction[] {
  const { arrays, layouts } = f.program;
  if (target.type === "array") {
    const layout = layouts.array(target);
    return [
      arrays.set(layout, f.convert(object, reference(layout.struct)), key.index(), f.convert(value, layout.element)),
    ];
  }
  const setter = targetsOf(f, siteKey(expression, "set")).find(({ on }) => on === target);
  const argument = { value: () => value, spreads: undefined };
  if (isDictionary(target) && setter) {
    const args = [{ value: () => textKey(key), spreads: undefined }, argument];
    return [drop(callInstance(f, setter.instance, { receiver: object, arguments: args }).code)];
  }
  const name = nameOf(f, target, key);
  if (name !== undefined) {
    const written = writePropertyOfValue(f, expression, object, singleNode(f, expression, target), name, value);
    return [drop(written)];
  }
  if (setter) {
    const args = [{ value: () => numberKey(key), spreads: undefined }, argument];
    return [drop(callInstance(f, setter.instance, { receiver: object, arguments: args }).code)];
  }
  if (target.type === "instance" || target.type === "shape") {
    return [
      f.program.dynamic.set(
        target,
        f.convert(object, reference(layouts.struct(target))),
        key.text(),
        f.convert(value, ANY_REPRESENTATION),
      ),
    ];
  }
  return [unreachable()];
}

function singleNode(f: FunctionGenerator, expression: Expression, target: AbstractObject): FlowNode {
  const node = f.program.analysis.place(f.generated.instance, `${siteKey(expression)} only ${target.id}`);
  f.program.analysis.solver.addObject(node, target);
  return node;
}

/** `delete object[key]` */
export function generateDeleteElement(f: FunctionGenerator, expression: ExpressionOf<"deleteElement">): Instruction {
  const node = f.node(expression.object);
  const object = f.value(expression.object);
  if (!node || !f.hasValue(expression.key)) return impossible(object.code, f.representation(expression));
  const given = f.value(expression.key);
  const keyLocal = createLocal("key", valueType(given.representation));
  const receiver = createLocal("object", valueType(object.representation));
  const key = keyOf(f, expression, expression.key, { ...given, code: localGet(keyLocal) });
  const cases: DispatchCase[] = objectsOf(node).map((target) => ({
    objects: [target],
    kind: 0,
    code: (on: Value) => deleteElementOf(f, expression, on, target, key),
  }));
  return block(createLabel("delete"), "i32", [
    localSet(receiver, object.code),
    localSet(keyLocal, given.code),
    dispatch(f, { ...object, code: localGet(receiver) }, cases, { type: "boolean" }),
  ]);
}

function deleteElementOf(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  target: AbstractObject,
  key: Key,
): Instruction {
  const { arrays, layouts, dynamic } = f.program;
  const deleter = targetsOf(f, siteKey(expression, "delete")).find(({ on }) => on === target);
  if (deleter) {
    const call_ = callInstance(f, deleter.instance, {
      receiver: object,
      arguments: [{ value: () => textKey(key), spreads: undefined }],
    });
    return block(createLabel("delete"), "i32", [drop(call_.code), i32(1)]);
  }
  if (target.type === "array") {
    const layout = layouts.array(target);
    const array = createLocal("array", valueType(reference(layout.struct)));
    return block(createLabel("delete"), "i32", [
      localSet(array, f.convert(object, reference(layout.struct))),
      ifElse(
        op("i32.lt_u", key.index(), {
          kind: "field",
          op: "struct.get",
          operands: [localGet(array)],
          type: layout.struct,
          field: 0,
        }),
        [arrays.set(layout, localGet(array), key.index(), undefinedAs(layout.element))],
      ),
      i32(1),
    ]);
  }
  if (target.type === "instance" || target.type === "shape") {
    return dynamic.remove(target, f.convert(object, reference(layouts.struct(target))), key.text());
  }
  return block(createLabel("delete"), "i32", [drop(object.code), i32(1)]);
}
