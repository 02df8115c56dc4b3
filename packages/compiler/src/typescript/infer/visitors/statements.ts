import type { Statement, StatementOf } from "../../ir/index.ts";
import { visitBase, whenBaseIsKnown } from "../objects/base-classes.ts";
import { libraryCall } from "../operators/conversions.ts";
import { createNode } from "../values/flow-node.ts";
import { elementsOf } from "../calls/iteration.ts";
import { HOST, UNDEFINED } from "../values/kinds.ts";
import { visitStaticInitializer } from "../objects/static-initializer.ts";
import { visitBranches } from "../operators/type-tests.ts";
import { visitOfBody } from "../ranges/loop-body.ts";
import { loopStep } from "../ranges/loop-step.ts";
import type { Visit } from "./visit.ts";
import { variableNode, visitExpression } from "./visit.ts";
import { siteOfCatch } from "../values/site.ts";

type Visitors = { [Type in Statement["type"]]: (visit: Visit, statement: StatementOf<Type>) => void };

/** Visits statements in order. */
export function visitStatements(visit: Visit, statements: readonly Statement[]): void {
  for (const statement of statements) {
    (visitors[statement.type] as (visit: Visit, statement: Statement) => void)(visit, statement);
  }
}

const visitors: Visitors = {
  expression: (visit, { expression }) => void visitExpression(visit, expression),
  declare(visit, { variable, value }) {
    const { analysis, instance } = visit;
    const node = analysis.variable(instance, variable);
    if (value) analysis.solver.connect(visitExpression(visit, value), node);
    else analysis.solver.addKinds(node, UNDEFINED);
  },
  declareFunction(visit, { variable }) {
    variableNode(visit, variable);
  },
  declareClass(visit, { variable, class: definition }) {
    variableNode(visit, variable);
    const scope = variable.owner && visit.analysis.scopeOf(visit.instance, variable);
    const object = visit.analysis.classObject(definition, scope);
    visitBase(visit, object);
    whenBaseIsKnown(object, () => visitStaticInitializer(visit, object));
  },
  block: (visit, { body }) => visitStatements(visit, body),
  if(visit, { test, then, otherwise }) {
    visitExpression(visit, test);
    visitBranches(
      visit,
      test,
      () => visitStatements(visit, then),
      () => visitStatements(visit, otherwise),
    );
  },
  loop(visit, statement) {
    const { test, body, update } = statement;
    const step = loopStep(statement);
    if (step) visit.analysis.steps.set(step.step, step);
    if (test) visitExpression(visit, test);
    visitStatements(step ? visitOfBody(visit, step) : visit, body);
    visitStatements(visit, update);
  },
  forOf(visit, { iterable, variable, body }) {
    const { analysis, instance } = visit;
    const element = elementsOf(visit, iterable, visitExpression(visit, iterable));
    analysis.solver.connect(element, analysis.variable(instance, variable));
    visitStatements(visit, body);
  },
  switch(visit, { value, cases }) {
    const switched = visitExpression(visit, value);
    for (const { test, body } of cases) {
      if (test) visit.analysis.compared.push([switched, visitExpression(visit, test)]);
      visitStatements(visit, body);
    }
  },
  break() {},
  return(visit, { value }) {
    const { analysis, instance } = visit;
    const node = value && visitExpression(visit, value);
    if (node) analysis.solver.connect(node, instance.result);
    else analysis.solver.addKinds(instance.result, UNDEFINED);
  },
  throw(visit, { value }) {
    const { solver, thrown } = visit.analysis;
    solver.connect(visitExpression(visit, value), thrown);
  },
  try(visit, { body, catchVariable, catchBody, finallyBody }) {
    const { analysis, instance } = visit;
    visitStatements(visit, body);
    if (catchVariable) {
      const node = analysis.variable(instance, catchVariable);
      analysis.catches.note();
      analysis.solver.connect(analysis.thrown, node);
      if (analysis.library.has("errorFromHost")) {
        const host = createNode();
        analysis.hostThrows.whenMet(() => analysis.solver.addKinds(host, HOST));
        libraryCall(visit, siteOfCatch(catchVariable), "errorFromHost", [host], node, () => analysis.hostThrows.holds);
      }
    }
    if (catchBody) visitStatements(visit, catchBody);
    if (finallyBody) visitStatements(visit, finallyBody);
  },
};
