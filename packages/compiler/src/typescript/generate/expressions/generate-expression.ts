import type { Instruction } from "../../../wasm/index.ts";
import {
  block,
  createLabel,
  createLocal,
  f64,
  i32,
  i64,
  ifElse,
  localGet,
  localSet,
  localTee,
} from "../../../wasm/index.ts";
import { BIGINT, BOOLEAN, NUMBER, objectsOf, siteOf, siteOfStatics } from "../../infer/index.ts";
import type { Expression, ExpressionOf } from "../../ir/index.ts";
import { bigintConstant } from "../bigints.ts";
import type { Value } from "../coerce.ts";
import { impossible, nullAs, undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import {
  BIGINT_REPRESENTATION,
  BOOLEAN_REPRESENTATION,
  EMPTY_CHARACTER,
  NUMBER_REPRESENTATION,
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
import { generateElement } from "./element.ts";
import { generateIntrinsic } from "./intrinsics/index.ts";
import { generateMethodCall } from "./method-call.ts";
import { constantBigintOf, truncatedBigint, wordOfNumber } from "./modular-bigints.ts";
import { generateObject } from "./object.ts";
import { generateBinary } from "./binary.ts";
import { generateUnary } from "./unary.ts";
import { generateProperty } from "./property.ts";
import { generateSetElement } from "./set-element.ts";
import { generateSetProperty } from "./set-property.ts";
import { describe } from "./failures.ts";
import { generateSetSuperProperty, generateSuperMethod, generateSuperProperty } from "./super.ts";
import { generateTest, knownTest } from "./tests.ts";
import { generateArray } from "./array-literal.ts";
import { generateCallElement } from "./call-element.ts";
import { generateLogical } from "./logical.ts";
import { readVariable } from "./read-variable.ts";
import { generateTemplate } from "./template.ts";

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
  bigint(f, expression) {
    const { value } = expression;
    const wanted = f.representation(expression);
    if (wanted.type === "word") return i64(BigInt.asIntN(64, value));
    const code = bigintConstant(f.program.runtime, value);
    return f.convert({ code, representation: BIGINT_REPRESENTATION, kinds: BIGINT }, wanted);
  },
  get(f, expression) {
    const constant = f.representation(expression).type === "word" ? constantBigintOf(f, expression) : undefined;
    if (constant !== undefined) return i64(BigInt.asIntN(64, constant));
    const value = f.valueOf(readVariable(f, expression.variable), f.variableNode(expression.variable));
    return f.convert(value, f.representation(expression));
  },
  set(f, { variable, value }) {
    const given = f.value(value);
    if (!f.hasValue(value)) return given.code;
    const local = createLocal("assigned", valueType(given.representation));
    return block(createLabel("set"), valueType(given.representation), [
      f.variables.write(variable, { ...given, code: localTee(local, given.code) }),
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
    const word = wordOfNumber(f, expression);
    if (word) return word;
    const node = f.node(expression.callee);
    return callFunctionValue(f, {
      site: siteOf(expression),
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
    const cut = truncatedBigint(f, expression);
    if (cut) return cut;
    const object = f.value(expression.object);
    if (!node) return object.code;
    return generateMethodCall(f, {
      expression,
      site: siteOf(expression),
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
    const target = targetsOf(f, siteOf(expression))[0];
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
    const initializers = targetsOf(f, siteOfStatics(object));
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
    const target = targetsOf(f, siteOf(expression))[0];
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

function unexpected(_f: FunctionGenerator, { op }: { op: string }): Instruction {
  throw new Error(`${op} must have been lowered before code is generated`);
}
