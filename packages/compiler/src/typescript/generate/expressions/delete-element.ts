import type { Instruction } from "../../../wasm/index.ts";
import { block, createLabel, createLocal, drop, i32, ifElse, localGet, localSet, op } from "../../../wasm/index.ts";
import type { AbstractObject } from "../../infer/index.ts";
import { NULLISH, STRING, hasSymbolAsKey, objectsOf, siteOf } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { impossible, undefinedAs } from "../coerce.ts";
import { keyOf, nameOf, textKey } from "./element-key.ts";
import type { Key } from "./element-key.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { EXTERN_REPRESENTATION, reference, valueType } from "../representation.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { fail, presentOr } from "./failures.ts";
import { isRestricted, requireRemovable } from "./restricted-write.ts";

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
  const owner = presentOr(f, { ...object, code: localGet(receiver) }, () => fail(f, "throwNotConverted"));
  const remove = (on: Value): Instruction => dispatch(f, on, cases, { type: "boolean" });
  const bare = owner.kinds & ~NULLISH;
  return block(createLabel("delete"), "i32", [
    localSet(receiver, object.code),
    localSet(keyLocal, given.code),
    bare === 0
      ? remove(owner)
      : ifElse(f.isObject(owner, objectsOf(node)), [remove({ ...owner, code: localGet(receiver) })], [i32(1)], "i32"),
  ]);
}

function deleteElementOf(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  target: AbstractObject,
  key: Key,
): Instruction {
  if (isRestricted(f, target)) {
    const kept = f.keep(object.code, object.representation);
    const again = (): Value => ({ ...object, code: kept.again() });
    const name: Value = { code: key.text(), representation: EXTERN_REPRESENTATION, kinds: STRING };
    return block(createLabel("restricted"), "i32", [
      kept.set,
      ...requireRemovable(f, again(), target, name),
      deleteFrom(f, expression, again(), target, key),
    ]);
  }
  return deleteFrom(f, expression, object, target, key);
}

function deleteFrom(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  target: AbstractObject,
  key: Key,
): Instruction {
  const { arrays, layouts, dynamic } = f.program;
  const name = nameOf(f, target, key);
  if ((target.type === "instance" || target.type === "shape") && name !== undefined && hasSymbolAsKey(name)) {
    return dynamic.removeSymbol(target, f.convert(object, reference(layouts.struct(target))), name);
  }
  const deleter = targetsOf(f, siteOf(expression, "delete")).find(({ on }) => on === target);
  if (deleter) {
    const call_ = callInstance(f, deleter.instance, {
      receiver: object,
      arguments: [{ value: () => textKey(key), spreads: undefined }],
    });
    return block(createLabel("delete"), "i32", [drop(call_.code), i32(1)]);
  }
  if (target.type === "array") {
    const layout = layouts.arrays.of(target);
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
        [arrays.set(layout, localGet(array), key.arrayIndex(), undefinedAs(layout.element))],
      ),
      i32(1),
    ]);
  }
  if (target.type === "instance" || target.type === "shape") {
    const held = reference(layouts.struct(target));
    const more = targetsOf(f, siteOf(expression, "deleteMore")).find(({ on }) => on === target);
    if (!more) return dynamic.remove(target, f.convert(object, held), key.text());
    const kept = f.keep(f.convert(object, held), held);
    const again: Value = { code: kept.again(), representation: held, kinds: 0 };
    const args = [again, textKey(key)].map((each) => ({ value: () => each, spreads: undefined }));
    return block(createLabel("delete"), "i32", [
      kept.set,
      drop(dynamic.remove(target, kept.again(), key.text())),
      f.convert(callInstance(f, more.instance, { arguments: args }), { type: "boolean" }),
    ]);
  }
  return block(createLabel("delete"), "i32", [drop(object.code), i32(1)]);
}
