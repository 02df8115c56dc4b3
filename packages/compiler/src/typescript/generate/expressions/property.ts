import type { Instruction } from "../../../wasm/index.ts";
import { block, call, createLabel, drop, i32, ifElse, structGet } from "../../../wasm/index.ts";
import type { AbstractObject, ClassObject, FlowNode, FunctionObject, Kinds } from "../../infer/index.ts";
import {
  BIGINT,
  BOOLEAN,
  NUMBER,
  STRING,
  SYMBOL,
  canonical,
  constructorOf,
  hasField,
  hasStaticField,
  hidesMethod,
  isDictionary,
  isEntry,
  isForeignPrivate,
  kindsOf,
  lookUpMethod,
  objectsOf,
  siteOf,
} from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { lengthOf } from "../array-access.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { EXTERN_REPRESENTATION, INTEGER_REPRESENTATION, reference, valueType } from "../representation.ts";
import { callFunctionValue } from "./call-value.ts";
import { constantClass } from "./class.ts";
import { constantClosure } from "./closure.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import type { DispatchCase } from "./dispatch.ts";
import { dispatch } from "./dispatch.ts";
import { failPrivate, readOwner } from "./failures.ts";
import type { FieldCase, FieldPlace } from "./field-case.ts";
import { inheritedPlace, mergeFields } from "./field-case.ts";
import { constantNumberOf } from "./constant-number.ts";
import { readStaticField } from "./static-field.ts";

/** `object.name` */
export function generateProperty(f: FunctionGenerator, expression: ExpressionOf<"property">): Instruction {
  const node = f.node(expression.object);
  const result = f.node(expression)!;
  const constant = constantNumberOf(f, expression);
  if (constant !== undefined) {
    return f.convert(
      { code: i32(constant), representation: INTEGER_REPRESENTATION, kinds: NUMBER },
      f.representationOf(result),
    );
  }
  const object = f.value(expression.object);
  if (!node) return object.code;
  return readPropertyOfValue(f, expression, object, node, expression.name, result);
}

/** Reads a property of whatever a value is. */
export function readPropertyOfValue(
  f: FunctionGenerator,
  expression: Expression,
  object: Value,
  node: FlowNode,
  name: string,
  result: FlowNode,
): Instruction {
  const wanted = f.representationOf(result);
  const cases: FieldCase[] = [];
  for (const target of objectsOf(node)) {
    cases.push(readPropertyCase(f, expression, target, name, wanted));
  }
  const kinds = kindsOf(node);
  if (name === "length" && kinds & STRING) cases.push(stringLength(f, wanted));
  for (const kind of [STRING, NUMBER, BOOLEAN, BIGINT, SYMBOL]) {
    if ((kinds & kind) === 0 || (kind === STRING && name === "length")) continue;
    const target = targetsOf(f, siteOf(expression, "get")).find(({ on }) => on === kind);
    if (!target) {
      const method = lookUpMethod(f.program.analysis, kind, name, "method");
      const constructed = name === "constructor" ? constructorOf(f.program.analysis, kind) : undefined;
      if (constructed) cases.push(readConstructor(f, kind, constructed, wanted));
      else
        cases.push({
          objects: [],
          kind,
          code: (value) => (method ? methodValue(f, value, method, wanted) : absent(value, wanted)),
        });
      continue;
    }
    const { instance } = target;
    const code = (receiver: Value): Instruction =>
      f.convert(callInstance(f, instance, { receiver, arguments: [] }), wanted);
    cases.push({ objects: [], kind, code });
  }
  return dispatch(f, readOwner(f, object, name), mergeFields(cases), wanted);
}

function stringLength(f: FunctionGenerator, wanted: Representation): DispatchCase {
  return {
    objects: [],
    kind: STRING,
    code: (value) =>
      f.convert(
        {
          code: call(f.program.imports.string("length"), f.convert(value, EXTERN_REPRESENTATION)),
          representation: INTEGER_REPRESENTATION,
          kinds: NUMBER,
        },
        wanted,
      ),
  };
}

/** Reads a property of one object. */
export function readPropertyCase(
  f: FunctionGenerator,
  expression: Expression,
  target: AbstractObject,
  name: string,
  wanted: Representation,
): FieldCase {
  const { layouts } = f.program;
  const simple = (code: (value: Value) => Instruction): FieldCase => ({ objects: [target], kind: 0, code });
  if (target.type === "array" && name === "length") {
    const layout = layouts.arrays.of(target);
    return simple((value) =>
      f.convert(
        {
          code: lengthOf(layout, f.convert(value, reference(layout.struct))),
          representation: INTEGER_REPRESENTATION,
          kinds: NUMBER,
        },
        wanted,
      ),
    );
  }
  if (target.type === "class" && hasStaticField(target, name)) {
    return simple((value) => readStaticField(f, value, target, name, wanted));
  }
  const constructed = name === "constructor" ? constructorOf(f.program.analysis, target) : undefined;
  if (constructed && !isDictionary(target)) return readConstructor(f, target, constructed, wanted);
  const getter = targetsOf(f, siteOf(expression, "get")).find(({ on }) => on === target);
  if (isEntry(target, name) && getter) {
    const key = { code: f.text(name), representation: EXTERN_REPRESENTATION, kinds: STRING };
    const entry = (receiver: Value): Value =>
      callInstance(f, getter.instance, { receiver, arguments: [{ value: () => key, spreads: undefined }] });
    if (!constructed) return simple((receiver) => f.convert(entry(receiver), wanted));
    // An entry hides what every object has by this name.
    const inherited = (): Instruction => f.convert(constantClass(f, constructed), wanted);
    return simple((receiver) => orInherited(f, entry(receiver), inherited(), wanted));
  }
  if (target.type === "shape" && target.getters.has(name)) return readGetter(f, expression, target, name, wanted);
  if (getter) {
    return simple((receiver) => f.convert(callInstance(f, getter.instance, { receiver, arguments: [] }), wanted));
  }
  const method = lookUpMethod(f.program.analysis, target, name, "method");
  const own = method && hasField(target, name) ? inheritedPlace(layouts, target, name) : undefined;
  if (method && own && !hidesMethod(target, name)) {
    return simple((value) => ownOrMethod(f, value, own, method, wanted));
  }
  if (method && !hasField(target, name)) return simple((value) => methodValue(f, value, method, wanted));
  if (target.type === "class") return simple((value) => readStaticField(f, value, target, name, wanted));
  if (isForeignPrivate(target, name) && !f.generated.instance.function.library) {
    return simple((value) => block(createLabel("foreign"), valueType(wanted), failPrivate(f, value, false, name)));
  }
  const place = inheritedPlace(layouts, target, name);
  if (!place) return simple((value) => absent(value, wanted));
  const { struct, index } = place;
  return {
    objects: [target],
    kind: 0,
    fieldOf: place,
    code: (value) =>
      f.convert(f.valueOf(structGet(struct, index, f.convert(value, reference(struct))), place.node), wanted),
  };
}

/** The value, or another one if it is `undefined`. */
function orInherited(f: FunctionGenerator, value: Value, other: Instruction, wanted: Representation): Instruction {
  const kept = f.keep(value.code, value.representation);
  const again = (): Value => ({ ...value, code: kept.again() });
  return block(createLabel("inherited"), valueType(wanted), [
    kept.set,
    ifElse(f.isPresent(again()), [f.convert(again(), wanted)], [other], valueType(wanted)),
  ]);
}

/** What an instance has been given in place of a method, or the method. */
function ownOrMethod(
  f: FunctionGenerator,
  value: Value,
  { struct, index, node }: FieldPlace,
  method: FunctionObject,
  wanted: Representation,
): Instruction {
  const kept = f.keep(f.convert(value, reference(struct)), reference(struct));
  const own = f.valueOf(structGet(struct, index, kept.again()), node);
  const again = { ...value, code: kept.again(), representation: reference(struct) };
  return block(createLabel("own"), valueType(wanted), [
    kept.set,
    orInherited(f, own, methodValue(f, again, method, wanted), wanted),
  ]);
}

/** `value.constructor`: the class that the value keeps, or the one that is there once in the program. */
function readConstructor(
  f: FunctionGenerator,
  on: AbstractObject | Kinds,
  constructed: ClassObject,
  wanted: Representation,
): FieldCase {
  const { layouts } = f.program;
  const kept = typeof on === "object" && on.type === "instance" ? layouts.classField(on, constructed) : undefined;
  return {
    objects: typeof on === "object" ? [on] : [],
    kind: typeof on === "object" ? 0 : on,
    code: (value) => {
      if (kept === undefined || typeof on !== "object") {
        const made = f.convert(constantClass(f, constructed), wanted);
        return block(createLabel("constructor"), valueType(wanted), [drop(value.code), made]);
      }
      const { struct, index } = kept;
      const code = structGet(struct, index, f.convert(value, reference(struct)));
      return f.convert({ code, representation: reference(layouts.classes.struct(constructed)), kinds: 0 }, wanted);
    },
  };
}

function readGetter(
  f: FunctionGenerator,
  expression: Expression,
  target: Extract<AbstractObject, { type: "shape" }>,
  name: string,
  wanted: Representation,
): FieldCase {
  const place = f.program.layouts.field(target, `@@get ${name}`);
  const struct = f.program.layouts.struct(target);
  return {
    objects: [target],
    kind: 0,
    code: (value) => {
      if (!place) return absent(value, wanted);
      const object = f.convert(value, reference(struct));
      const kept = f.keep(object, reference(struct));
      const callee = f.valueOf(structGet(struct, place.index, kept.again()), place.node);
      return block(createLabel("getter"), valueType(wanted), [
        kept.set,
        callFunctionValue(f, {
          site: siteOf(expression, "get"),
          callee,
          objects: objectsOf(place.node),
          receiver: { code: kept.again(), representation: reference(struct), kinds: 0 },
          arguments: [],
          wanted,
          name,
        }),
      ]);
    },
  };
}

function absent(value: Value, wanted: Representation): Instruction {
  return block(createLabel("absent"), valueType(wanted), [drop(value.code), undefinedAs(wanted)]);
}

/** A method read as a value. */
export function methodValue(
  f: FunctionGenerator,
  value: Value,
  method: FunctionObject,
  wanted: Representation,
): Instruction {
  const closure = constantClosure(f.program, canonical(method));
  return block(createLabel("method"), valueType(wanted), [
    drop(value.code),
    f.convert({ ...closure, kinds: 0 }, wanted),
  ]);
}
