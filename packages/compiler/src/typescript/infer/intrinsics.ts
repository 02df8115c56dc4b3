import { javascriptFunctions } from "@rune/schema";
import type { ExpressionOf } from "../ir/index.ts";
import type { ArrayObject } from "./abstract-object.ts";
import { callValue } from "./calls.ts";
import type { FlowNode } from "./flow-node.ts";
import { createNode } from "./flow-node.ts";
import type { Kinds } from "./kinds.ts";
import { BIGINT, BOOLEAN, HOST, NUMBER, STRING, SYMBOL, UNDEFINED } from "./kinds.ts";
import { isEnumerable } from "./object-literals.ts";
import { kindTests } from "./type-tests.ts";
import type { Visit } from "./visit.ts";
import { visitExpression } from "./visit.ts";

const NUMBERS = [
  "$sqrt",
  "$floor",
  "$ceil",
  "$trunc",
  "$nearest",
  "$abs",
  "$min2",
  "$max2",
  "$copysign",
  "$clz32",
  "$imul",
  "$fround",
  "$highWord",
  "$lowWord",
  "$fromWords",
  "$stringLength",
  "$charCodeAt",
  "$codePointAt",
  "$stringCompare",
  "$propertyCount",
  "$functionLength",
  "$host_get_random",
  "$host_get_time_ms",
];
const STRINGS = [
  "$substring",
  "$concat",
  "$fromCharCode",
  "$fromCodePoint",
  "$propertyName",
  "$className",
  "$functionName",
];
const BOOLEANS = ["$stringEquals", "$hasOwn", "$deleteProperty"];
const NOTHING = [
  "$arraySet",
  "$arrayPush",
  "$arraySetLength",
  "$arrayCopy",
  "$arrayFill",
  "$setProperty",
  "$queueMicrotask",
  "$unreachable",
  "$host_log",
];

/** What intrinsics give whatever they are given. */
const RESULTS: ReadonlyMap<string, Kinds> = new Map([
  ...NUMBERS.map((name): [string, Kinds] => [name, NUMBER]),
  ...STRINGS.map((name): [string, Kinds] => [name, STRING]),
  ...[...BOOLEANS, ...Object.keys(kindTests)].map((name): [string, Kinds] => [name, BOOLEAN]),
  ...NOTHING.map((name): [string, Kinds] => [name, UNDEFINED]),
]);

/** What of a value `$asNumber` and its like let pass. */
const ASSERTIONS: Readonly<Record<string, string>> = {
  $asNumber: "$isNumber",
  $asString: "$isString",
  $asBoolean: "$isBoolean",
  $asBigint: "$isBigint",
  $asArray: "$isArray",
  $asFunction: "$isFunction",
  $asObject: "$isObject",
};

const JAVASCRIPT_RESULTS: Readonly<Record<string, Kinds>> = {
  number: NUMBER,
  int: NUMBER,
  boolean: BOOLEAN,
  string: STRING,
  "string?": STRING | UNDEFINED,
  bigint: BIGINT,
  symbol: SYMBOL,
  host: HOST,
};

type Effect = (
  visit: Visit,
  args: readonly FlowNode[],
  result: FlowNode,
  expression: ExpressionOf<"intrinsic">,
) => void;

/** Intrinsics that move values. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  $arrayNew({ analysis, instance }, _args, result, expression) {
    const array = analysis.allocation<ArrayObject>(instance, `${expression.id}`, () => analysis.newArray());
    analysis.solver.addObject(result, array);
  },
  $arrayGet: ({ analysis }, [array], result) =>
    onElements(analysis, array, (element) => analysis.solver.connect(element, result)),
  $arraySet: ({ analysis }, [array, , value], _result) => into(analysis, array, value),
  $arrayPush: ({ analysis }, [array, value], _result) => into(analysis, array, value),
  $arrayFill: ({ analysis }, [array, value], _result) => into(analysis, array, value),
  $arraySetLength: () => {},
  $arrayCopy({ analysis }, [target, , source], _result) {
    if (source) onElements(analysis, source, (element) => into(analysis, target, element));
  },
  $propertyValue: readAny,
  $getProperty: readAny,
  $setProperty({ analysis }, [object, , value], _result) {
    onProperties(analysis, object, (field) => {
      if (value) analysis.solver.connect(value, field);
    });
  },
  $propertyCount: markDynamic,
  $propertyName: markDynamic,
  $hasOwn: markDynamic,
  $deleteProperty({ analysis }, [object], _result) {
    onProperties(analysis, object, (field) => analysis.solver.addKinds(field, UNDEFINED));
  },
  $toHost: ({ analysis }, _args, result) => analysis.solver.addKinds(result, HOST),
  $fromHost({ analysis }, [, sample], result) {
    if (sample) analysis.solver.connect(sample, result);
  },
  $queueMicrotask(visit, [callback], result, expression) {
    if (callback) callValue(visit.analysis, visit.instance, expression, callback, [], createNode());
    void result;
  },
};

/** An operation of the library's own. */
export function visitIntrinsic(visit: Visit, expression: ExpressionOf<"intrinsic">): FlowNode {
  const { solver } = visit.analysis;
  const args = expression.arguments.map((argument) => visitExpression(visit, argument));
  const { name } = expression;
  const assertion = kindTests[ASSERTIONS[name] ?? ""];
  const result = createNode();
  if (assertion && args[0]) {
    solver.onKinds(args[0], (kinds) => solver.addKinds(result, kinds & assertion.kinds));
    solver.onObject(args[0], (object) => {
      if (assertion.object(object)) solver.addObject(result, object);
    });
    return result;
  }
  if (name.startsWith("$js_")) {
    const row = javascriptFunctions[name.slice(4)];
    if (!row) throw new Error(`there is no JavaScript function ${name}`);
    if (row.result !== undefined) solver.addKinds(result, JAVASCRIPT_RESULTS[row.result] ?? 0);
    else solver.addKinds(result, UNDEFINED);
    if (row.throws) visit.analysis.noteHostThrow();
    return result;
  }
  const kinds = RESULTS.get(name);
  const effect = EFFECTS[name];
  if (kinds === undefined && !effect) throw new Error(`there is no intrinsic ${name}`);
  if (kinds !== undefined) solver.addKinds(result, kinds);
  effect?.(visit, args, result, expression);
  return result;
}

type AnalysisOf = Visit["analysis"];

function onElements({ solver }: AnalysisOf, array: FlowNode | undefined, action: (element: FlowNode) => void): void {
  if (!array) return;
  solver.onObject(array, (object) => {
    if (object.type === "array") action(object.element);
  });
}

function into(analysis: AnalysisOf, array: FlowNode | undefined, value: FlowNode | undefined): void {
  onElements(analysis, array, (element) => {
    if (value) analysis.solver.connect(value, element);
  });
}

function onProperties(analysis: AnalysisOf, object: FlowNode | undefined, action: (field: FlowNode) => void): void {
  if (!object) return;
  analysis.solver.onObject(object, (target) => {
    if (target.type !== "instance" && target.type !== "shape" && target.type !== "class") return;
    target.dynamic = true;
    analysis.onField(target, (name, field) => {
      if (isEnumerable(name)) action(field);
    });
  });
}

function readAny({ analysis }: Visit, [object]: readonly FlowNode[], result: FlowNode): void {
  analysis.solver.addKinds(result, UNDEFINED);
  onProperties(analysis, object, (field) => analysis.solver.connect(field, result));
}

function markDynamic({ analysis }: Visit, [object]: readonly FlowNode[]): void {
  onProperties(analysis, object, () => {});
}
