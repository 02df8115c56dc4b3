import type { Expression, ExpressionOf } from "../../ir/index.ts";
import type { AbstractObject, ArrayObject } from "../values/abstract-object.ts";
import { fillPositions } from "../properties/positions.ts";
import { visitBase, whenBaseIsKnown } from "../objects/base-classes.ts";
import { callObject, callValue, construct } from "../calls/calls.ts";
import { callOnObjects, libraryCall } from "../operators/conversions.ts";
import { siteOf } from "../values/site.ts";
import { readElement, visitDeleteElement, visitElement, visitSetElement } from "../properties/elements.ts";
import { noteFailure } from "../calls/failures.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import { visitIntrinsic } from "../calls/intrinsics.ts";
import type { Kinds } from "../values/kinds.ts";
import { BIGINT, BOOLEAN, NULL, NUMBER, STRING, SYMBOL, UNDEFINED } from "../values/kinds.ts";
import { libraryNode } from "../values/library-values.ts";
import { callMethod } from "../calls/methods.ts";
import { visitObject } from "../objects/object-literals.ts";
import { visitBinary, visitLogical, visitUnary } from "../operators/operators.ts";
import { readProperty, writeProperty } from "../properties/properties.ts";
import { visitStaticInitializer } from "../objects/static-initializer.ts";
import { visitStatements } from "./statements.ts";
import { CHARACTER } from "../ranges/number-source.ts";
import { visitSetSuperProperty, visitSuperCall, visitSuperMethod, visitSuperProperty } from "../objects/super.ts";
import { visitBranches } from "../operators/type-tests.ts";
import type { Visit } from "./visit.ts";
import { variableNode, visitArguments, visitExpression } from "./visit.ts";

type Visitors = { [Op in Expression["op"]]: (visit: Visit, expression: ExpressionOf<Op>) => FlowNode };

/** For each expression: the node of its value, after its parts have been visited. */
export const expressionVisitors: Visitors = {
  undefined: constant(UNDEFINED),
  null: constant(NULL),
  boolean: constant(BOOLEAN),
  number(visit, { value }) {
    const node = createNode();
    visit.analysis.solver.addKinds(node, NUMBER, { type: "constant", value });
    return node;
  },
  string(visit, { value }) {
    const node = createNode();
    visit.analysis.solver.addKinds(node, STRING, isCharacter(value) ? CHARACTER : undefined);
    return node;
  },
  bigint(visit, { value }) {
    const node = createNode();
    visit.analysis.solver.addKinds(node, BIGINT, { type: "bigint", value });
    return node;
  },
  get: (visit, { variable }) => visit.bounded?.get(variable) ?? variableNode(visit, variable),
  set(visit, { variable, value }) {
    const node = visitExpression(visit, value);
    visit.analysis.solver.connect(node, variableNode(visit, variable));
    return node;
  },
  unary: visitUnary,
  binary: visitBinary,
  logical: visitLogical,
  conditional(visit, { test, then, otherwise }) {
    const result = createNode();
    const { solver } = visit.analysis;
    visitExpression(visit, test);
    visitBranches(
      visit,
      test,
      () => solver.connect(visitExpression(visit, then), result),
      () => solver.connect(visitExpression(visit, otherwise), result),
    );
    return result;
  },
  do(visit, { body, value }) {
    visitStatements(visit, body);
    return visitExpression(visit, value);
  },
  template(visit, expression) {
    const { solver } = visit.analysis;
    const text = createNode();
    for (const [index, value] of expression.values.entries()) {
      callOnObjects(visit, siteOf(expression, `text${index}`), visitExpression(visit, value), "toString", text, SYMBOL);
    }
    const result = createNode();
    solver.addKinds(result, STRING);
    return result;
  },
  property(visit, expression) {
    const result = createNode();
    const object = visitExpression(visit, expression.object);
    readProperty(visit.analysis, visit.instance, expression, object, expression.name, result);
    return result;
  },
  setProperty(visit, expression) {
    const object = visitExpression(visit, expression.object);
    const value = visitExpression(visit, expression.value);
    writeProperty(visit.analysis, visit.instance, expression, object, expression.name, value);
    return value;
  },
  element: visitElement,
  setElement: visitSetElement,
  deleteElement: visitDeleteElement,
  call(visit, expression) {
    const callee = visitExpression(visit, expression.callee);
    const args = visitArguments(visit, expression.arguments);
    const result = createNode();
    callValue(visit.analysis, visit.instance, siteOf(expression), callee, args, result);
    return result;
  },
  callMethod(visit, expression) {
    const object = visitExpression(visit, expression.object);
    const args = visitArguments(visit, expression.arguments);
    const result = createNode();
    callMethod(visit, expression, object, expression.name, args, result);
    return result;
  },
  callElement(visit, expression) {
    const receiver = visitExpression(visit, expression.object);
    const callee = visit.analysis.place(visit.instance, siteOf(expression, "callee"));
    readElement(visit, expression, receiver, visitExpression(visit, expression.key), expression.key, callee);
    const args = visitArguments(visit, expression.arguments);
    const result = createNode();
    callValue(visit.analysis, visit.instance, siteOf(expression), callee, args, result, undefined, receiver);
    return result;
  },
  callLibrary(visit, expression) {
    const result = createNode();
    const args = visitArguments(visit, expression.arguments);
    libraryCall(
      visit,
      siteOf(expression),
      expression.name,
      args.map(({ node }) => node),
      result,
    );
    return result;
  },
  library(visit, { name }) {
    if (!visit.instance.function.library) visit.analysis.mentioned.of(name).note();
    const variable = visit.analysis.library.get(name);
    return variable ? variableNode(visit, variable) : libraryNode(visit.analysis, name);
  },
  new(visit, expression) {
    const callee = visitExpression(visit, expression.callee);
    const args = visitArguments(visit, expression.arguments);
    const result = createNode();
    const { analysis, instance } = visit;
    analysis.solver.onKinds(callee, () => noteFailure(analysis, instance, "throwNotConstructor"));
    analysis.solver.onObject(callee, (target) => {
      if (target.type !== "class") return noteFailure(analysis, instance, "throwNotConstructor");
      if (BUILT_IN.has(target.definition.name) && target.definition.library) {
        callObject(analysis, instance, siteOf(expression), target, args, result);
      } else construct(analysis, instance, expression, target, args, result);
    });
    return result;
  },
  superCall: visitSuperCall,
  superMethod: visitSuperMethod,
  superProperty: visitSuperProperty,
  setSuperProperty: visitSetSuperProperty,
  object: visitObject,
  array(visit, expression) {
    const { analysis, instance } = visit;
    const { elements } = expression;
    const places = elements.some(({ spread }) => spread) ? 0 : elements.length;
    const array = analysis.allocation<ArrayObject>(instance, siteOf(expression), () => analysis.newArray(places));
    const values = visitArguments(visit, elements).map(({ node }) => node);
    fillPositions(analysis, array, values);
    return holding(visit, array);
  },
  closure(visit, expression) {
    return holding(visit, visit.analysis.functionObject(expression.function, visit.instance));
  },
  class(visit, expression) {
    const object = visit.analysis.classObject(expression.class, visit.instance);
    const node = createNode();
    visitBase(visit, object);
    whenBaseIsKnown(object, () => {
      visitStaticInitializer(visit, object);
      visit.analysis.solver.addObject(node, object);
    });
    return node;
  },
  narrow(visit, { value, filter }) {
    return visit.analysis.narrowed(visitExpression(visit, value), filter);
  },
  parseJson(visit, expression) {
    const result = createNode();
    libraryCall(visit, siteOf(expression), "parseJson", [visitExpression(visit, expression.text)], result);
    return result;
  },
  intrinsic: visitIntrinsic,
  await: unexpected,
  yield: unexpected,
};

/** Library classes whose `new` is the same as a call. */
const BUILT_IN: ReadonlySet<string> = new Set(["Array", "Object", "String", "Number", "Boolean", "Function"]);

function constant(kinds: Kinds): (visit: Visit) => FlowNode {
  return ({ analysis }) => {
    const node = createNode();
    analysis.solver.addKinds(node, kinds);
    return node;
  };
}

function holding({ analysis }: Visit, object: AbstractObject): FlowNode {
  const node = createNode();
  analysis.solver.addObject(node, object);
  return node;
}

function unexpected(_visit: Visit, { op }: { op: string }): FlowNode {
  throw new Error(`${op} must have been lowered before values are analysed`);
}

function isCharacter(text: string): boolean {
  return text.length <= 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff);
}
