import type { Instruction } from "../../../../wasm/index.ts";
import { block, createLabel, drop, i32, structGet } from "../../../../wasm/index.ts";
import type { AbstractObject } from "../../../infer/index.ts";
import { getterName, hasSymbolAsKey, objectsOf } from "../../../infer/index.ts";
import { classNameOf } from "../../class-name.ts";
import type { Value } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import {
  BOOLEAN_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  reference,
  valueType,
} from "../../representation.ts";
import { lengthOfFunction } from "../closure.ts";
import type { DispatchCase } from "../dispatch.ts";
import { dispatch } from "../dispatch.ts";
import type { Intrinsic, IntrinsicGenerators } from "./arguments.ts";
import { argument, boolean, integer, string } from "./arguments.ts";

/** Names and lengths of functions and classes, and what is known of all objects of a kind. */
export const descriptionIntrinsics: IntrinsicGenerators = {
  $className: (f, e) => describe(f, e, classNameOf),
  $functionName: (f, e) =>
    describe(f, e, (object) =>
      object.type === "function" ? object.function.name : object.type === "class" ? object.definition.name : "",
    ),
  $functionLength(f, e) {
    const node = f.node(e.arguments[0]!);
    const cases = (node ? objectsOf(node) : []).map((object): DispatchCase => ({
      objects: [object],
      kind: 0,
      code: (value) =>
        factOf(f, value, object, "length") ??
        block(createLabel("length"), "i32", [
          drop(value.code),
          i32(object.type === "function" ? lengthOfFunction(object.function) : 0),
        ]),
    }));
    return integer(dispatch(f, f.value(e.arguments[0]!), cases, INTEGER_REPRESENTATION));
  },
  $hasAccessors: (f, e) => hasField(f, e, (name) => getterName(name) !== undefined),
  $hasSymbolKeys: (f, e) => hasField(f, e, hasSymbolAsKey),
};

/** Whether objects of the kind that one is of have such a field. */
function hasField(f: FunctionGenerator, expression: Intrinsic, isSuch: (name: string) => boolean): Value {
  const given = argument(expression, 0);
  const node = f.node(given);
  const cases = (node ? objectsOf(node) : []).map((object): DispatchCase => {
    const hasFields = object.type === "instance" || object.type === "shape";
    const has = hasFields && f.program.layouts.fields(object).some(({ name }) => isSuch(name));
    return {
      objects: [object],
      kind: 0,
      code: (value) => block(createLabel("field"), "i32", [drop(value.code), i32(Number(has))]),
    };
  });
  return boolean(dispatch(f, f.value(given), cases, BOOLEAN_REPRESENTATION));
}

/** What a closure says of its function, if it does. */
function factOf(
  f: FunctionGenerator,
  value: Value,
  object: AbstractObject,
  name: "length" | "name",
): Instruction | undefined {
  if (object.type !== "function" && object.type !== "hostFunction") return undefined;
  const { base, described } = f.program.layouts.signature(object);
  if (!described) return undefined;
  const index = base.fields.findIndex((each) => each.name === name);
  return structGet(base, index, f.convert(value, reference(base)));
}

function describe(
  f: FunctionGenerator,
  expression: Intrinsic,
  name: (object: ReturnType<typeof objectsOf>[number]) => string,
): Value {
  const given = argument(expression, 0);
  const node = f.node(given);
  const cases = (node ? objectsOf(node) : []).map((object): DispatchCase => ({
    objects: [object],
    kind: 0,
    code: (value) =>
      factOf(f, value, object, "name") ??
      block(createLabel("name"), valueType(EXTERN_REPRESENTATION), [drop(value.code), f.text(name(object))]),
  }));
  return string(dispatch(f, f.value(given), cases, EXTERN_REPRESENTATION));
}
