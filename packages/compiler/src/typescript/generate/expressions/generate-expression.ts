import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  call,
  createLabel,
  createLocal,
  drop,
  f64,
  i32,
  i64,
  ifElse,
  localGet,
  localSet,
  localTee,
} from "../../../wasm/index.ts";
import { BOOLEAN, NUMBER, STRING, objectsOf, keyOn, siteKey } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { arrayOfValues } from "../array-access.ts";
import type { Value } from "../coerce.ts";
import { impossible, nullAs, undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import {
  BOOLEAN_REPRESENTATION,
  EMPTY_CHARACTER,
  EXTERN_REPRESENTATION,
  NUMBER_REPRESENTATION,
  reference,
  valueType,
} from "../representation.ts";
import { readScanned } from "../scanned-texts.ts";
import { generateStatements } from "../statements/index.ts";
import { argumentsOf } from "./arguments.ts";
import { callFunctionValue } from "./call-value.ts";
import { classNeedsValue, constantClass, effectOfBase, makeClassValue } from "./class.ts";
import { makeClosure } from "./closure.ts";
import { generateNew, generateSuperCall } from "./construct.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { generateDeleteElement } from "./delete-element.ts";
import { generateElement, readElementOfValue } from "./element.ts";
import { generateIntrinsic } from "./intrinsics/index.ts";
import { generateMethodCall } from "./method-call.ts";
import { generateObject } from "./object.ts";
import { generateBinary } from "./binary.ts";
import { generateUnary } from "./unary.ts";
import { generateProperty } from "./property.ts";
import { readVariable } from "./read-variable.ts";
import { generateSetElement } from "./set-element.ts";
import { generateSetProperty } from "./set-property.ts";
import { appendSpread } from "./spread.ts";
import { describe } from "./failures.ts";
import { generateSetSuperProperty, generateSuperMethod, generateSuperProperty } from "./super.ts";
import { generateTest, generateTruth, isNullish, knownTest } from "./tests.ts";
import { textOf } from "./text.ts";

type Generators = { [Op in Expression["op"]]: (f: FunctionGenerator, expression: ExpressionOf<Op>) => Instruction };

const generators: Generators = {
  undefined: (f, expression) => undefinedAs(f.representation(expression)),
  null: (f, expression) => nullAs(f.program.runtime, f.representation(expression)),
  boolean: (f, expression) =>
    f.convert(
      { code: i32(expression.value ? 1 : 0), representation: BOOLEAN_REPRESENTATION, kinds: BOOLEAN },
      f.representation(expression),
    ),
  number(f, expression) {
    const wanted = f.representation(expression);
    if (wanted.type === "integer") return i32(expression.value);
    if (wanted.type === "long") return i64(BigInt(expression.value));
    return f.convert({ code: f64(expression.value), representation: NUMBER_REPRESENTATION, kinds: NUMBER }, wanted);
  },
  string(f, expression) {
    const { value } = expression;
    if (f.representation(expression).type !== "character") return f.text(value);
    return i32(value.codePointAt(0) ?? EMPTY_CHARACTER);
  },
  bigint: (f, { value }) => f.bigint(value),
  get(f, expression) {
    const value = f.valueOf(readVariable(f, expression.variable), f.variableNode(expression.variable));
    return f.convert(value, f.representation(expression));
  },
  set(f, { variable, value }) {
    const given = f.value(value);
    if (!f.hasValue(value)) return given.code;
    const local = createLocal("assigned", valueType(given.representation));
    return block(createLabel("set"), valueType(given.representation), [
      f.write(variable, { ...given, code: localTee(local, given.code) }),
      localGet(local),
    ]);
  },
  unary: generateUnary,
  binary: generateBinary,
  logical: generateLogical,
  conditional(f, expression) {
    const { test, then, otherwise } = expression;
    const wanted = f.representation(expression);
    const known = knownTest(f, test);
    if (known !== undefined) return f.valueAs(known ? then : otherwise, wanted);
    return ifElse(generateTest(f, test), [f.valueAs(then, wanted)], [f.valueAs(otherwise, wanted)], valueType(wanted));
  },
  do: (f, { body, value }) =>
    block(createLabel("do"), valueType(f.representation(value)), [...generateStatements(f, body), f.value(value).code]),
  template: generateTemplate,
  property: generateProperty,
  setProperty: generateSetProperty,
  element: generateElement,
  setElement: generateSetElement,
  deleteElement: generateDeleteElement,
  call(f, expression) {
    const node = f.node(expression.callee);
    return callFunctionValue(f, {
      key: siteKey(expression),
      callee: f.value(expression.callee),
      objects: node ? objectsOf(node) : [],
      receiver: undefined,
      arguments: argumentsOf(f, expression.arguments),
      wanted: f.representation(expression),
      name: describe(expression.callee),
    });
  },
  callMethod(f, expression) {
    const scanned = readScanned(f, expression);
    if (scanned) return scanned;
    const node = f.node(expression.object);
    const object = f.value(expression.object);
    if (!node) return object.code;
    return generateMethodCall(f, {
      expression,
      use: "",
      object,
      node,
      only: undefined,
      name: expression.name,
      arguments: argumentsOf(f, expression.arguments),
      result: f.node(expression),
    });
  },
  callElement: generateCallElement,
  callLibrary(f, expression) {
    const wanted = f.representation(expression);
    const target = targetsOf(f, `${expression.id}`)[0];
    if (!target) return impossible(f.value(expression.arguments[0]!.value).code, wanted);
    return f.convert(callInstance(f, target.instance, { arguments: argumentsOf(f, expression.arguments) }), wanted);
  },
  library: (f, { name }) => readVariable(f, f.program.analysis.library.get(name)!),
  new: generateNew,
  superCall: generateSuperCall,
  superMethod: generateSuperMethod,
  superProperty: generateSuperProperty,
  setSuperProperty: generateSetSuperProperty,
  object: generateObject,
  array: generateArray,
  closure: (f, expression) => {
    const object = f.program.analysis.functionObject(expression.function, f.generated.instance);
    return f.convert({ ...makeClosure(f, object), kinds: 0 }, f.representation(expression));
  },
  class(f, expression) {
    const object = f.program.analysis.classObject(expression.class, f.generated.instance);
    const value: Value = classNeedsValue(f, object)
      ? { ...makeClassValue(f, object), kinds: 0 }
      : constantClass(f, object);
    const wanted = f.representation(expression);
    const before = effectOfBase(f, object);
    const initializers = targetsOf(f, keyOn("static", object));
    if (before.length + initializers.length === 0) return f.convert(value, wanted);
    const local = createLocal("class", valueType(value.representation));
    const again: Value = { ...value, code: localGet(local) };
    return block(createLabel("class"), valueType(wanted), [
      ...before,
      localSet(local, value.code),
      ...initializers.map(({ instance }): Instruction => ({
        kind: "plain",
        op: "drop",
        operands: [callInstance(f, instance, { receiver: again, arguments: [] }).code],
      })),
      f.convert(again, wanted),
    ]);
  },
  narrow: (f, expression) => f.convert(f.value(expression.value), f.representation(expression)),
  parseJson(f, expression) {
    const wanted = f.representation(expression);
    const target = targetsOf(f, `${expression.id}`)[0];
    if (!target) return impossible(f.value(expression.text).code, wanted);
    const text = { value: () => f.value(expression.text), spreads: undefined };
    return f.convert(callInstance(f, target.instance, { arguments: [text] }), wanted);
  },
  intrinsic: generateIntrinsic,
  await: unexpected,
  yield: unexpected,
};

/** The code of an expression; its value is held as its node says. */
export function generateExpression(f: FunctionGenerator, expression: Expression): Instruction {
  const generate = generators[expression.op] as (f: FunctionGenerator, expression: Expression) => Instruction;
  return generate(f, expression);
}

function generateLogical(f: FunctionGenerator, expression: ExpressionOf<"logical">): Instruction {
  const { operator, left, right } = expression;
  const wanted = f.representation(expression);
  const first = f.value(left);
  if (!f.hasValue(left)) {
    // Nothing was ever put there: if it is reached at all, it is undefined.
    const rest = operator !== "&&" && f.node(right) ? f.valueAs(right, wanted) : undefinedAs(wanted);
    return block(createLabel("logical"), valueType(wanted), [drop(first.code), rest]);
  }
  const local = createLocal("left", valueType(first.representation));
  const again: Value = { ...first, code: localGet(local) };
  const test = operator === "??" ? isNullish(f, again) : generateTruth(f, again, f.node(left));
  const keep = f.convert(again, wanted);
  const other = f.node(right) ? f.valueAs(right, wanted) : keep;
  const [then, otherwise] = operator === "||" ? [keep, other] : [other, keep];
  return block(createLabel("logical"), valueType(wanted), [
    localSet(local, first.code),
    ifElse(test, [then], [otherwise], valueType(wanted)),
  ]);
}

function generateTemplate(f: FunctionGenerator, expression: ExpressionOf<"template">): Instruction {
  const { texts, values } = expression;
  const concat = f.program.imports.string("concat");
  let code: Instruction | undefined = texts[0] === "" ? undefined : f.text(texts[0] ?? "");
  values.forEach((value, index) => {
    const part = textOf(f, f.value(value), `${expression.id}text${index}`);
    code = code ? call(concat, code, part) : part;
    const text = texts[index + 1];
    if (text) code = call(concat, code, f.text(text));
  });
  return f.convert(
    { code: code ?? f.text(""), representation: EXTERN_REPRESENTATION, kinds: STRING },
    f.representation(expression),
  );
}

function generateCallElement(f: FunctionGenerator, expression: ExpressionOf<"callElement">): Instruction {
  const node = f.node(expression.object);
  const object = f.value(expression.object);
  if (!node) return object.code;
  const wanted = f.representation(expression);
  const receiver = createLocal("receiver", valueType(object.representation));
  const again = (): Value => ({ ...object, code: localGet(receiver) });
  const callees = f.program.analysis.place(f.generated.instance, siteKey(expression, "callee"));
  const held = f.representationOf(callees);
  const callee = readElementOfValue(f, expression, again(), node, expression.key, held);
  return block(createLabel("call"), valueType(wanted), [
    localSet(receiver, object.code),
    callFunctionValue(f, {
      key: siteKey(expression),
      callee: f.valueOf(callee, callees),
      objects: objectsOf(callees),
      receiver: again(),
      arguments: argumentsOf(f, expression.arguments),
      wanted,
      name: `${describe(expression.object)}[${describe(expression.key)}]`,
    }),
  ]);
}

function generateArray(f: FunctionGenerator, expression: ExpressionOf<"array">): Instruction {
  const array = objectsOf(f.node(expression)!).find((object) => object.type === "array");
  if (!array) throw new Error("an array literal makes an array");
  const layout = f.program.layouts.array(array);
  const wanted = f.representation(expression);
  const held = reference(layout.struct);
  const args = argumentsOf(f, expression.elements);
  const firstSpread = args.findIndex(({ spreads }) => spreads);
  const plain = (firstSpread < 0 ? args : args.slice(0, firstSpread)).map((argument) =>
    f.convert(argument.value(), layout.element),
  );
  if (firstSpread < 0) {
    return f.convert({ code: arrayOfValues(layout, plain), representation: held, kinds: 0 }, wanted);
  }
  const list = createLocal("array", valueType(held));
  const instructions: Instruction[] = [localSet(list, arrayOfValues(layout, plain))];
  for (const argument of args.slice(firstSpread)) {
    if (argument.spreads) instructions.push(...appendSpread(f, layout, list, argument.spreads));
    else instructions.push(f.program.arrays.push(layout, localGet(list), f.convert(argument.value(), layout.element)));
  }
  return block(createLabel("array"), valueType(wanted), [
    ...instructions,
    f.convert({ code: localGet(list), representation: held, kinds: 0 }, wanted),
  ]);
}

function unexpected(_f: FunctionGenerator, { op }: { op: string }): Instruction {
  throw new Error(`${op} must have been lowered before code is generated`);
}
