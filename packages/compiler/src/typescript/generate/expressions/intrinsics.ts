import { javascriptFunctions } from "@rune/schema";
import type { Instruction } from "../../../wasm/index.ts";
import {
  arrayCopy,
  arrayFill,
  block,
  call,
  createLabel,
  createLocal,
  drop,
  functionType,
  i32,
  i64,
  localGet,
  localSet,
  op,
  structGet,
  unreachable,
  externref,
} from "../../../wasm/index.ts";
import {
  BOOLEAN,
  HOST,
  NUMBER,
  STRING,
  UNDEFINED,
  isDictionary,
  kindTests,
  kindsOf,
  lookUpMethod,
  objectsOf,
  siteKey,
} from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { arrayWithRoom, elementAt, setElementAt } from "../arrays.ts";
import type { Value } from "../coerce.ts";
import { impossible, undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { ArrayLayout } from "../layouts.ts";
import type { Representation } from "../representation.ts";
import {
  ANY_REPRESENTATION,
  BOOLEAN_REPRESENTATION,
  EXTERN_REPRESENTATION,
  INTEGER_REPRESENTATION,
  NUMBER_REPRESENTATION,
  reference,
  valueType,
} from "../representation.ts";
import { callbackCode } from "./callbacks.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { isKind, isObjectOf, knownTest } from "./tests.ts";

type Intrinsic = ExpressionOf<"intrinsic">;
type Generator = (f: FunctionGenerator, expression: Intrinsic) => Value | Instruction[];

const FLOATS: Readonly<Record<string, "f64.sqrt" | "f64.floor" | "f64.ceil" | "f64.trunc" | "f64.nearest">> = {
  $sqrt: "f64.sqrt",
  $floor: "f64.floor",
  $ceil: "f64.ceil",
  $trunc: "f64.trunc",
  $nearest: "f64.nearest",
};

/** An operation that only the library can name. */
export function generateIntrinsic(f: FunctionGenerator, expression: Intrinsic): Instruction {
  const { name } = expression;
  const wanted = f.representation(expression);
  const made = generate(f, expression, name);
  if (Array.isArray(made)) {
    return block(createLabel(name), valueType(wanted), [...made, undefinedAs(wanted)]);
  }
  return f.convert(made, wanted);
}

function generate(f: FunctionGenerator, expression: Intrinsic, name: string): Value | Instruction[] {
  if (name in FLOATS) return number(op(FLOATS[name]!, float(f, expression, 0)));
  if (name in kindTests) return kindTest(f, expression);
  if (name.startsWith("$as")) return f.value(expression.arguments[0]!);
  if (name.startsWith("$js_")) return javascript(f, expression, name.slice(4));
  const generator = generators[name];
  if (!generator) throw new Error(`there is no intrinsic ${name}`);
  return generator(f, expression);
}

const generators: Readonly<Record<string, Generator>> = {
  $abs: (f, e) =>
    number(op("f64.abs", op("f64.sub", float(f, e, 0), { kind: "float", op: "f64.const", operands: [], value: 0 }))),
  $min2: (f, e) => number(op("f64.min", float(f, e, 0), float(f, e, 1))),
  $max2: (f, e) => number(op("f64.max", float(f, e, 0), float(f, e, 1))),
  $copysign: (f, e) => number(op("f64.copysign", float(f, e, 0), float(f, e, 1))),
  $clz32: (f, e) => integer(op("i32.clz", f.program.runtime.toInt32(float(f, e, 0)))),
  $imul: (f, e) => integer(op("i32.mul", int32(f, e, 0), int32(f, e, 1))),
  $fround: (f, e) => number(op("f64.promote_f32", op("f32.demote_f64", float(f, e, 0)))),
  $highWord: (f, e) =>
    integer(op("i32.wrap_i64", op("i64.shr_u", op("i64.reinterpret_f64", float(f, e, 0)), i64(32n)))),
  $lowWord: (f, e) => integer(op("i32.wrap_i64", op("i64.reinterpret_f64", float(f, e, 0)))),
  $fromWords: (f, e) =>
    number(
      op(
        "f64.reinterpret_i64",
        op(
          "i64.or",
          op("i64.shl", op("i64.extend_i32_u", int32(f, e, 0)), i64(32n)),
          op("i64.extend_i32_u", int32(f, e, 1)),
        ),
      ),
    ),
  $floatBits: (f, e) => integer(op("i32.reinterpret_f32", op("f32.demote_f64", float(f, e, 0)))),
  $fromFloatBits: (f, e) => number(op("f64.promote_f32", op("f32.reinterpret_i32", int32(f, e, 0)))),

  $stringLength: (f, e) => integer(call(f.program.imports.string("length"), text(f, e, 0))),
  $charCodeAt: (f, e) => integer(call(f.program.imports.string("charCodeAt"), text(f, e, 0), int(f, e, 1))),
  $codePointAt: (f, e) => integer(call(f.program.imports.string("codePointAt"), text(f, e, 0), int(f, e, 1))),
  $substring: (f, e) => string(call(f.program.imports.string("substring"), text(f, e, 0), int(f, e, 1), int(f, e, 2))),
  $concat: (f, e) => string(call(f.program.imports.string("concat"), text(f, e, 0), text(f, e, 1))),
  $stringEquals: (f, e) => boolean(call(f.program.imports.string("equals"), text(f, e, 0), text(f, e, 1))),
  $stringCompare: (f, e) => integer(call(f.program.imports.string("compare"), text(f, e, 0), text(f, e, 1))),
  $fromCharCode: (f, e) => string(call(f.program.imports.string("fromCharCode"), int(f, e, 0))),
  $fromCodePoint: (f, e) => string(call(f.program.imports.string("fromCodePoint"), int(f, e, 0))),

  $same: (f, e) => boolean(f.program.runtime.strictEquals(any(f, e, 0), any(f, e, 1))),
  $nothing: (f, e) => ({ code: undefinedAs(f.representation(e)), representation: f.representation(e), kinds: 0 }),
  $isInstance: (f, e) => boolean(isInstance(f, e)),
  $exceptInstance: (f, e) => f.value(e.arguments[0]!),

  $arrayNew(f, e) {
    const made = objectsOf(f.node(e)!).find((object) => object.type === "array");
    if (!made) throw new Error("$arrayNew makes an array");
    const layout = f.program.layouts.array(made);
    return { code: arrayWithRoom(layout, int(f, e, 0)), representation: reference(layout.struct), kinds: 0 };
  },
  $arrayGet: (f, e) =>
    onArray(f, e, 0, f.representation(e), (layout, array, element) =>
      f.convert(
        { code: elementAt(layout, array, int(f, e, 1)), representation: layout.element, kinds: element },
        f.representation(e),
      ),
    ),
  $arraySet: (f, e) =>
    effect(f, e, 0, (layout, array) => setElementAt(layout, array, int(f, e, 1), as(f, e, 2, layout.element))),
  $arrayPush: (f, e) =>
    effect(f, e, 0, (layout, array) => f.program.arrays.push(layout, array, as(f, e, 1, layout.element))),
  $arraySetLength: (f, e) =>
    effect(f, e, 0, (layout, array) => f.program.arrays.setLength(layout, array, int(f, e, 1))),
  $arrayFill: (f, e) =>
    effect(f, e, 0, (layout, array) => {
      const start = createLocal("from", "i32");
      const value = createLocal("value", valueType(layout.element));
      return block(createLabel("fill"), undefined, [
        localSet(value, as(f, e, 1, layout.element)),
        localSet(start, int(f, e, 2)),
        arrayFill(
          layout.data,
          structGet(layout.struct, 1, array),
          localGet(start),
          localGet(value),
          op("i32.sub", int(f, e, 3), localGet(start)),
        ),
      ]);
    }),
  $arrayCopy: (f, e) => arrayCopyOf(f, e),

  $propertyCount: (f, e) =>
    onProperties(
      f,
      e,
      INTEGER_REPRESENTATION,
      "count",
      (target, object) => f.program.dynamic.count(target, object),
      [],
    ),
  $propertyName: (f, e) =>
    onProperties(
      f,
      e,
      EXTERN_REPRESENTATION,
      "nameAt",
      (target, object) => f.program.dynamic.name(target, object, int(f, e, 1)),
      [1],
    ),
  $propertyValue: (f, e) =>
    onProperties(
      f,
      e,
      ANY_REPRESENTATION,
      "valueAt",
      (target, object) => f.program.dynamic.value(target, object, int(f, e, 1)),
      [1],
    ),
  $getProperty: (f, e) =>
    onProperties(
      f,
      e,
      ANY_REPRESENTATION,
      "get",
      (target, object) => f.program.dynamic.get(target, object, text(f, e, 1)),
      [1],
    ),
  $hasOwn: (f, e) =>
    onProperties(
      f,
      e,
      BOOLEAN_REPRESENTATION,
      "has",
      (target, object) => f.program.dynamic.has(target, object, text(f, e, 1)),
      [1],
    ),
  $deleteProperty: (f, e) =>
    onProperties(
      f,
      e,
      BOOLEAN_REPRESENTATION,
      "delete",
      (target, object) => f.program.dynamic.remove(target, object, text(f, e, 1)),
      [1],
    ),
  $setProperty(f, e) {
    const made = onProperties(
      f,
      e,
      ANY_REPRESENTATION,
      "set",
      (target, object) =>
        block(createLabel("set"), valueType(ANY_REPRESENTATION), [
          f.program.dynamic.set(target, object, text(f, e, 1), any(f, e, 2)),
          undefinedAs(ANY_REPRESENTATION),
        ]),
      [1, 2],
    );
    return [drop(made.code)];
  },
  $className: (f, e) =>
    describe(f, e, (object) => (object.type === "instance" ? object.class.definition.name : "Object")),
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
        block(createLabel("length"), "i32", [
          drop(value.code),
          i32(object.type === "function" ? object.function.parameters.filter(({ rest }) => !rest).length : 0),
        ]),
    }));
    return integer(dispatch(f, f.value(e.arguments[0]!), cases, INTEGER_REPRESENTATION));
  },

  $toHost: (f, e) => ({
    code: op("extern.convert_any", any(f, e, 0)),
    representation: EXTERN_REPRESENTATION,
    kinds: HOST,
  }),
  $fromHost: (f, e) => ({
    code: op("any.convert_extern", host(f, e, 0)),
    representation: ANY_REPRESENTATION,
    kinds: -1,
  }),
  $unreachable: () => [unreachable()],
  $queueMicrotask(f, e) {
    const [code, closure] = callbackCode(f, siteKey(e), e.arguments[0]!, undefined);
    return [call(f.program.imports.javascript("microtask_queue"), code, closure)];
  },
  $host_get_random: (f) => number(call(f.program.imports.host("get_random", functionType([], ["f64"])))),
  $host_get_time_ms: (f) => number(call(f.program.imports.host("get_time_ms", functionType([], ["f64"])))),
  $host_log(f, e) {
    const [level] = e.arguments;
    if (level?.op !== "string") throw new Error("the level of $host_log is a literal");
    return [call(f.program.imports.host(`log_${level.value}`, functionType([externref])), text(f, e, 1))];
  },
};

function number(code: Instruction): Value {
  return { code, representation: NUMBER_REPRESENTATION, kinds: NUMBER };
}

function integer(code: Instruction): Value {
  return { code, representation: INTEGER_REPRESENTATION, kinds: NUMBER };
}

function boolean(code: Instruction): Value {
  return { code, representation: BOOLEAN_REPRESENTATION, kinds: BOOLEAN };
}

function string(code: Instruction): Value {
  return { code, representation: EXTERN_REPRESENTATION, kinds: STRING };
}

function argument(expression: Intrinsic, index: number): Expression {
  const found = expression.arguments[index];
  if (!found) throw new Error(`${expression.name} lacks an argument`);
  return found;
}

function as(f: FunctionGenerator, expression: Intrinsic, index: number, wanted: Representation): Instruction {
  return f.valueAs(argument(expression, index), wanted);
}

function float(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, NUMBER_REPRESENTATION);
}

/** An argument that is a 32-bit integer. */
function int(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  const given = argument(expression, index);
  if (given.op === "number") return i32(given.value);
  return as(f, expression, index, INTEGER_REPRESENTATION);
}

/** An argument modulo 2³². */
function int32(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  const value = f.value(argument(expression, index));
  return value.representation.type === "integer"
    ? value.code
    : f.program.runtime.toInt32(f.convert(value, NUMBER_REPRESENTATION));
}

function text(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, EXTERN_REPRESENTATION);
}

function host(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, EXTERN_REPRESENTATION);
}

function any(f: FunctionGenerator, expression: Intrinsic, index: number): Instruction {
  return as(f, expression, index, ANY_REPRESENTATION);
}

function kindTest(f: FunctionGenerator, expression: Intrinsic): Value {
  const tested = argument(expression, 0);
  const test = kindTests[expression.name]!;
  const known = knownTest(f, expression);
  const value = f.value(tested);
  if (known !== undefined) return boolean(block(createLabel("test"), "i32", [drop(value.code), i32(known ? 1 : 0)]));
  const node = f.node(tested)!;
  const objects = objectsOf(node).filter((object) => test.object(object));
  const local = createLocal("tested", valueType(value.representation));
  const again = (): Value => ({ ...value, code: localGet(local) });
  const tests: Instruction[] = [];
  if (test.kinds & kindsOf(node)) tests.push(isKind(f, again(), test.kinds));
  if (objects.length > 0) tests.push(isObjectOf(f, again(), objects));
  const combined = tests.reduce((first, second) => op("i32.or", first, second), i32(0));
  return boolean(
    block(createLabel("test"), "i32", [localSet(local, value.code), tests.length === 1 ? tests[0]! : combined]),
  );
}

function isInstance(f: FunctionGenerator, expression: Intrinsic): Instruction {
  const tested = argument(expression, 0);
  const node = f.node(tested)!;
  const value = f.value(tested);
  const objects = objectsOf(node).filter((object) => f.program.isOfLibraryClass(object, argument(expression, 1)));
  if (objects.length === 0) return block(createLabel("test"), "i32", [drop(value.code), i32(0)]);
  if (objects.length === objectsOf(node).length && kindsOf(node) === 0) {
    return block(createLabel("test"), "i32", [drop(value.code), i32(1)]);
  }
  return isObjectOf(f, value, objects);
}

/** Code for the array that an argument is, by its layout. */
function onArray(
  f: FunctionGenerator,
  expression: Intrinsic,
  index: number,
  wanted: Representation,
  code: (layout: ArrayLayout, array: Instruction, kinds: number) => Instruction,
): Value {
  const given = argument(expression, index);
  const array = f.node(given) && objectsOf(f.node(given)!).find((object) => object.type === "array");
  const kinds = f.node(expression) ? kindsOf(f.node(expression)!) : 0;
  if (!array) return { code: impossible(f.value(given).code, wanted), representation: wanted, kinds };
  const layout = f.program.layouts.array(array);
  return { code: code(layout, f.valueAs(given, reference(layout.struct)), kinds), representation: wanted, kinds };
}

function effect(
  f: FunctionGenerator,
  expression: Intrinsic,
  index: number,
  code: (layout: ArrayLayout, array: Instruction) => Instruction,
): Instruction[] {
  const given = argument(expression, index);
  const array = f.node(given) && objectsOf(f.node(given)!).find((object) => object.type === "array");
  if (!array) return [drop(f.value(given).code), unreachable()];
  const layout = f.program.layouts.array(array);
  return [code(layout, f.valueAs(given, reference(layout.struct)))];
}

function arrayCopyOf(f: FunctionGenerator, expression: Intrinsic): Instruction[] {
  const source = argument(expression, 2);
  const from = f.node(source) && objectsOf(f.node(source)!).find((object) => object.type === "array");
  return effect(f, expression, 0, (layout, target) => {
    if (!from) return unreachable();
    const given = f.program.layouts.array(from);
    const sourceArray = f.valueAs(source, reference(given.struct));
    if (given === layout) {
      return arrayCopy(
        layout.data,
        layout.data,
        structGet(layout.struct, 1, target),
        int(f, expression, 1),
        structGet(layout.struct, 1, sourceArray),
        int(f, expression, 3),
        int(f, expression, 4),
      );
    }
    return f.program.arrays.copyBetween(
      layout,
      given,
      [target, int(f, expression, 1), sourceArray, int(f, expression, 3), int(f, expression, 4)],
      (code) => f.convert({ code, representation: given.element, kinds: -1 }, layout.element),
    );
  });
}

/** Code for an object's properties by name: of structs, or by the methods of dictionaries. */
function onProperties(
  f: FunctionGenerator,
  expression: Intrinsic,
  held: Representation,
  method: string,
  code: (target: Parameters<FunctionGenerator["program"]["dynamic"]["count"]>[0], object: Instruction) => Instruction,
  passed: readonly number[],
): Value {
  const given = argument(expression, 0);
  const node = f.node(given);
  const cases: DispatchCase[] = [];
  for (const object of node ? objectsOf(node) : []) {
    if (object.type !== "instance" && object.type !== "shape") continue;
    if (isDictionary(object)) {
      const target = targetsOf(f, siteKey(expression, method)).find(({ on }) => on === object);
      if (!target || !lookUpMethod(f.program.analysis, object, method, "method")) continue;
      const args = passed.map((index) => ({ value: () => f.value(argument(expression, index)), spreads: undefined }));
      cases.push({
        objects: [object],
        kind: 0,
        code: (receiver) => f.convert(callInstance(f, target.instance, { receiver, arguments: args }), held),
      });
    } else {
      const struct = f.program.layouts.struct(object);
      cases.push({ objects: [object], kind: 0, code: (value) => code(object, f.convert(value, reference(struct))) });
    }
  }
  return {
    code: dispatch(f, f.value(given), cases, held),
    representation: held,
    kinds: held.type === "any" ? -1 : UNDEFINED,
  };
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
      block(createLabel("name"), valueType(EXTERN_REPRESENTATION), [drop(value.code), f.text(name(object))]),
  }));
  return string(dispatch(f, f.value(given), cases, EXTERN_REPRESENTATION));
}

/** A call of one of JavaScript's own functions. */
function javascript(f: FunctionGenerator, expression: Intrinsic, name: string): Value | Instruction[] {
  const row = javascriptFunctions[name];
  if (!row) throw new Error(`there is no JavaScript function ${name}`);
  const operands = row.parameters.flatMap((kind, index): Instruction[] => {
    if (kind === "callback")
      return callbackCode(f, siteKey(expression, `callback${index}`), argument(expression, index), HOST);
    if (kind === "number") return [float(f, expression, index)];
    if (kind === "int") return [int(f, expression, index)];
    if (kind === "boolean") return [as(f, expression, index, BOOLEAN_REPRESENTATION)];
    return [host(f, expression, index)];
  });
  const code = call(f.program.imports.javascript(name), ...operands);
  switch (row.result) {
    case undefined:
      return [code];
    case "number":
      return number(code);
    case "int":
      return integer(code);
    case "boolean":
      return boolean(code);
    default:
      return {
        code,
        representation: EXTERN_REPRESENTATION,
        kinds: f.node(expression) ? kindsOf(f.node(expression)!) : 0,
      };
  }
}
