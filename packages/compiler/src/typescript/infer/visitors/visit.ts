import type { Argument, Expression, IrVariable } from "../../ir/index.ts";
import { reachesEnd } from "../../ir/index.ts";
import type { Analysis } from "../analysis.ts";
import type { ArgumentNode } from "../calls/calls.ts";
import { expressionVisitors } from "./expression-visitors.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import { whenBaseIsKnown } from "../objects/base-classes.ts";
import { elementsOf } from "../calls/iteration.ts";
import { UNDEFINED } from "../values/kinds.ts";
import { visitStatements } from "./statements.ts";

/** Where a visitor is: the program, and the instance of the function that it visits. */
export interface Visit {
  analysis: Analysis;
  instance: FunctionInstance;
  /** Variables of the counting loops around, of which less is known elsewhere. */
  bounded?: ReadonlyMap<IrVariable, FlowNode>;
}

/** Visits an expression once and gives its node. */
export function visitExpression(visit: Visit, expression: Expression): FlowNode {
  const instance = currentInstance(visit.instance);
  const visitor = expressionVisitors[expression.op] as (visit: Visit, expression: Expression) => FlowNode;
  const node = visitor(visit, expression);
  const known = instance.expressions[expression.id];
  if (known) visit.analysis.solver.unify(known, node);
  else instance.expressions[expression.id] = node;
  return node;
}

/** Visits arguments in order; of spread ones the nodes are those of their elements. */
export function visitArguments(visit: Visit, args: readonly Argument[]): ArgumentNode[] {
  return args.map(({ value, spread }) => {
    const node = visitExpression(visit, value);
    return { node: spread ? elementsOf(visit, value, node) : node, spread };
  });
}

/** The node of a variable, with the function or class in it that it always holds. */
export function variableNode({ analysis, instance }: Visit, variable: IrVariable): FlowNode {
  const node = analysis.variable(instance, variable);
  const { holds } = variable;
  if (holds) {
    const scope = variable.owner && analysis.scopeOf(instance, variable);
    if (holds.type === "function") analysis.solver.addObject(node, analysis.functionObject(holds, scope));
    else {
      const object = analysis.classObject(holds, scope);
      whenBaseIsKnown(object, () => analysis.solver.addObject(node, object));
    }
  }
  if (!variable.owner) analysis.useLibraryVariable(variable);
  return node;
}

/** Visits the body of an instance. */
export function visitInstance(analysis: Analysis, instance: FunctionInstance): void {
  visitStatements({ analysis, instance }, instance.function.body);
  if (reachesEnd(instance.function.body)) analysis.solver.addKinds(currentInstance(instance).result, UNDEFINED);
}
