import type { ImportedRow } from "../../imported-row.ts";
import { importedRow } from "../../imported-row.ts";
import type { ExpressionOf, IntrinsicFacts } from "../../ir/index.ts";
import { intrinsics } from "../../ir/index.ts";
import type { ArrayObject, ClassObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import { callValue } from "./calls.ts";
import { keptApart } from "../context.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { IntrinsicEffect } from "./intrinsic-effect.ts";
import type { Kinds } from "../values/kinds.ts";
import { ANYTHING, BIGINT, BOOLEAN, HOST, NUMBER, STRING, SYMBOL, UNDEFINED } from "../values/kinds.ts";
import { propertyEffects } from "../properties/property-intrinsics.ts";
import { changePositions } from "../properties/positions.ts";
import { giveMore, onMore } from "../objects/more-properties.ts";
import type { NumberSource, ValueSource } from "../ranges/number-source.ts";
import { CHARACTER, INT32 } from "../ranges/number-source.ts";
import { packedNumbers, typedElement } from "../properties/typed-element.ts";
import type { KindTest } from "../operators/type-tests.ts";
import { classNamed, isOfClass, kindTests } from "../operators/type-tests.ts";
import type { Visit } from "../visitors/visit.ts";
import { visitExpression } from "../visitors/visit.ts";
import { siteOf } from "../values/site.ts";

/** What intrinsics give whatever they are given. */
const GIVEN: Readonly<Record<NonNullable<IntrinsicFacts["gives"]>, Kinds>> = {
  number: NUMBER,
  string: STRING,
  boolean: BOOLEAN,
  nothing: UNDEFINED,
};

/** What of a value `$asNumber` and its like let pass. */
const ASSERTIONS: Readonly<Record<string, KindTest | undefined>> = {
  $asNumber: kindTests["$isNumber"],
  $asString: kindTests["$isString"],
  $asBoolean: kindTests["$isBoolean"],
  $asBigint: kindTests["$isBigint"],
  $asArray: kindTests["$isArray"],
  $asFunction: kindTests["$isFunction"],
  $asObject: kindTests["$isObject"],
  $asDefined: { kinds: ANYTHING & ~UNDEFINED, object: () => true },
};

/** What the results of imports are, by the types that their rows give them. */
const IMPORTED_RESULTS: Readonly<Record<string, Kinds>> = {
  number: NUMBER,
  int: NUMBER,
  boolean: BOOLEAN,
  string: STRING,
  "string?": STRING | UNDEFINED,
  bigint: BIGINT,
  symbol: SYMBOL,
  "symbol?": SYMBOL | UNDEFINED,
  host: HOST,
  "host?": HOST | UNDEFINED,
};

/** Intrinsics that move values. */
const EFFECTS: Readonly<Record<string, IntrinsicEffect>> = {
  $arrayNew({ analysis, instance }, _args, result, expression) {
    const array = analysis.allocation<ArrayObject>(instance, siteOf(expression), () => analysis.newArray());
    analysis.solver.addObject(result, array);
  },
  $arrayGet: ({ analysis }, [array], result) =>
    onArrays(analysis, array, ({ element }) => analysis.solver.connect(element, result)),
  $arraySet: ({ analysis }, [array, , value], _result) => into(analysis, array, value),
  $arrayPush: ({ analysis }, [array, value], _result) => into(analysis, array, value),
  $arrayFill: ({ analysis }, [array, value], _result) => into(analysis, array, value),
  $arraySetLength: ({ analysis }, [array], _result) =>
    onArrays(analysis, array, (target) => changePositions(analysis, target)),
  $arrayCopy({ analysis }, [target, , source], _result) {
    if (source) onArrays(analysis, source, ({ element }) => into(analysis, target, element));
  },
  $typedNew({ analysis }, _args, result, expression) {
    analysis.solver.addObject(result, analysis.typed.of(typedElement(expression)));
  },
  $typedSetWord({ analysis }, _args, _result, expression) {
    if (typedElement(expression) === "f64") analysis.typed.writesDoublesByWords = true;
  },
  ...propertyEffects,
  $exceptInstance({ analysis }, [value], result, { arguments: [, type] }) {
    if (!value || !type) return;
    const definition = classNamed(analysis.library, type);
    analysis.solver.onKinds(value, (kinds) => analysis.solver.addKinds(result, kinds));
    analysis.solver.onObject(value, (object) => {
      if (!isOfClass(object, definition)) analysis.solver.addObject(result, object);
    });
  },
  $asInstance({ analysis }, [value, type], result, { arguments: [, named] }) {
    if (!value || !type || !named) return;
    const definition = classNamed(analysis.library, named);
    analysis.solver.onObject(value, (object) => {
      if (isOfClass(object, definition)) analysis.solver.addObject(result, object);
    });
  },
  $asBase({ analysis }, [value], result) {
    if (!value) return;
    analysis.solver.onObject(value, (object) => {
      if (object.type !== "instance") return;
      let at: ClassObject | undefined = canonical(object.class);
      while (at && keptApart(at)) at = at.base && canonical(at.base);
      if (at) analysis.solver.addObject(result, analysis.commonInstance(at));
    });
  },
  $toHost({ analysis }, [value], result) {
    analysis.solver.addKinds(result, HOST);
    // What the host is given it finds again.
    if (value) analysis.compared.push([value, value]);
  },
  $mention({ analysis }, _args, _result, { arguments: [name] }) {
    if (name?.op === "string") analysis.mentioned.of(name.value).note();
  },
  $restricts({ analysis }, [value]) {
    if (value) analysis.solver.onObject(value, (object) => analysis.restricted.add(object));
  },
  $more({ analysis }, [value], result) {
    analysis.solver.addKinds(result, UNDEFINED);
    if (!value) return;
    analysis.solver.onObject(value, (object) =>
      onMore(analysis, object, (more) => analysis.solver.connect(more, result)),
    );
  },
  $setMore({ analysis }, [value, more]) {
    if (value && more) analysis.solver.onObject(value, (object) => giveMore(analysis, object, more));
  },
  $fromHost({ analysis }, [, sample], result) {
    if (sample) analysis.solver.connect(sample, result);
  },
  $queueMicrotask(visit, [callback], _result, expression) {
    if (callback) callValue(visit.analysis, visit.instance, siteOf(expression), callback, [], createNode());
  },
};

/** An operation of the library's own. */
export function visitIntrinsic(visit: Visit, expression: ExpressionOf<"intrinsic">): FlowNode {
  const args = expression.arguments.map((argument) => visitExpression(visit, argument));
  const { name } = expression;
  const imported = importedRow(name);
  if (imported) return visitImported(visit, expression, imported, args);
  const assertion = ASSERTIONS[name];
  if (assertion && args[0]) return visitAssertion(visit, assertion, args[0]);
  const facts = intrinsics[name];
  if (!facts) throw new Error(`there is no intrinsic ${name}`);
  const { analysis } = visit;
  const result = createNode();
  if ((name === "$functionName" || name === "$functionLength") && args[0]) analysis.described.push(args[0]);
  if (facts.gives) analysis.solver.addKinds(result, GIVEN[facts.gives], sourceOf(expression, args));
  EFFECTS[name]?.(visit, args, result, expression);
  return result;
}

function visitAssertion({ analysis: { solver } }: Visit, assertion: KindTest, value: FlowNode): FlowNode {
  const result = createNode();
  const numbers: NumberSource = { type: "same", operands: [value] };
  solver.onKinds(value, (kinds) => solver.addKinds(result, kinds & assertion.kinds, numbers));
  solver.onObject(value, (object) => {
    if (assertion.object(object)) solver.addObject(result, object);
  });
  return result;
}

/** A call of a function of the host or of JavaScript's own. */
function visitImported(
  { analysis, instance }: Visit,
  expression: ExpressionOf<"intrinsic">,
  { row }: ImportedRow,
  args: readonly FlowNode[],
): FlowNode {
  const result = createNode();
  const kinds = row.result === undefined ? UNDEFINED : (IMPORTED_RESULTS[row.result] ?? 0);
  analysis.solver.addKinds(result, kinds, importedSource(expression, row.result, args));
  row.parameters.forEach((kind, index) => {
    const callback = args[index];
    if (kind !== "callback" || !callback) return;
    const value = createNode();
    analysis.solver.addKinds(value, HOST);
    const given = [{ node: value, spread: false }];
    callValue(analysis, instance, siteOf(expression, `callback${index}`), callback, given, createNode());
  });
  if (row.throws) analysis.hostThrows.note();
  return result;
}

function importedSource(
  { name }: ExpressionOf<"intrinsic">,
  result: string | undefined,
  operands: readonly FlowNode[],
): NumberSource | undefined {
  if (result === "int") return INT32;
  return result === "bigint" ? { type: "operation", name, operands } : undefined;
}

function sourceOf(expression: ExpressionOf<"intrinsic">, operands: readonly FlowNode[]): ValueSource | undefined {
  if (expression.name === "$fromCharCode" || expression.name === "$fromCodePoint") return CHARACTER;
  if (expression.name === "$typedGet") return packedNumbers(expression);
  return { type: "operation", name: expression.name, operands };
}

type AnalysisOf = Visit["analysis"];

function onArrays({ solver }: AnalysisOf, array: FlowNode | undefined, action: (array: ArrayObject) => void): void {
  if (!array) return;
  solver.onObject(array, (object) => {
    if (object.type === "array") action(object);
  });
}

function into(analysis: AnalysisOf, array: FlowNode | undefined, value: FlowNode | undefined): void {
  onArrays(analysis, array, (target) => {
    changePositions(analysis, target);
    if (value) analysis.solver.connect(value, target.element);
  });
}
