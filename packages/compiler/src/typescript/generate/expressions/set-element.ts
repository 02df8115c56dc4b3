import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  drop,
  localGet,
  localSet,
  nullValue,
  op,
  unreachable,
} from "../../../wasm/index.ts";
import type { AbstractObject, FlowNode } from "../../infer/index.ts";
import { STRING, isDictionary, objectsOf, siteOf, siteOn } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { lengthOf } from "../array-access.ts";
import { isOutside } from "../array-index.ts";
import type { Value } from "../coerce.ts";
import { keyOf, nameOf, numberKey, plainNumberKey, textKey, writtenElementOwner } from "./element-key.ts";
import type { Key } from "./element-key.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { ANY_REPRESENTATION, EXTERN_REPRESENTATION, reference, valueType } from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { writeNamed } from "./named-members.ts";
import { isRestricted, requireWritable, requireWritableEntry } from "./restricted-write.ts";
import { writePropertyOfValue } from "./set-property.ts";

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
  const again = writtenElementOwner(f, { ...object, code: localGet(receiver) }, node, key);
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
    const layout = layouts.arrays.of(target);
    const self = (): Instruction => f.convert(object, reference(layout.struct));
    return [
      ...(isRestricted(f, target)
        ? requireWritable(
            f,
            object,
            target,
            { code: key.text(), representation: EXTERN_REPRESENTATION, kinds: STRING },
            op("i32.eqz", isOutside(key.arrayIndex(), lengthOf(layout, self()))),
          )
        : []),
      arrays.set(layout, self(), key.arrayIndex(), f.convert(value, layout.element)),
    ];
  }
  const argument = { value: () => value, spreads: undefined };
  const check = isDictionary(target) ? requireWritableEntry(f, expression, object, target, textKey(key)) : [];
  const number = isDictionary(target) && plainNumberKey(f, key);
  if (number) {
    const byNumber = targetsOf(f, siteOf(expression, "setNumber")).find(({ on }) => on === target);
    const args = [{ value: () => number, spreads: undefined }, argument];
    if (byNumber)
      return [...check, drop(callInstance(f, byNumber.instance, { receiver: object, arguments: args }).code)];
  }
  const setter = targetsOf(f, siteOf(expression, "set")).find(({ on }) => on === target);
  if (isDictionary(target) && setter) {
    const args = [{ value: () => textKey(key), spreads: undefined }, argument];
    return [...check, drop(callInstance(f, setter.instance, { receiver: object, arguments: args }).code)];
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
  if (target.type === "typed" || target.type === "hostFunction") return [unreachable()];
  const access = { expression, target, object: () => object, key: () => textKey(key), isNumber: false };
  return writeNamed(f, access, () => value);
}

function singleNode(f: FunctionGenerator, expression: Expression, target: AbstractObject): FlowNode {
  const node = f.program.analysis.place(f.generated.instance, siteOn(siteOf(expression, "only"), target));
  f.program.analysis.solver.addObject(node, target);
  return node;
}
