import { BIGINT, kindsOf, objectsOf } from "../infer/index.ts";
import type { Expression, IrVariable } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";
import { isWord } from "./expressions/modular-bigints.ts";
import type { FunctionGenerator } from "./function-generator.ts";

/**
 * Finds the variables of a function that hold bigints which are unsigned integers of 64 bits, whatever is assigned to them: hashes and random
 * numbers are made with such.
 */
export function findWordVariables(f: FunctionGenerator): ReadonlySet<IrVariable> {
  const definition = f.generated.instance.function;
  const assigned = new Map<IrVariable, Expression[]>();
  const others = new Set<IrVariable>(definition.kept);
  const assign = (variable: IrVariable, value: Expression): void => {
    const values = assigned.get(variable);
    if (values) values.push(value);
    else assigned.set(variable, [value]);
  };
  walkStatements(definition.body, {
    statement(statement) {
      if (statement.type === "declare" && statement.value) assign(statement.variable, statement.value);
      else if ("variable" in statement && statement.variable) others.add(statement.variable);
      if (statement.type === "try" && statement.catchVariable) others.add(statement.catchVariable);
    },
    expression(expression) {
      if (expression.op === "set") assign(expression.variable, expression.value);
    },
  });
  const parameters = new Set(definition.parameters.map(({ variable }) => variable));
  const words = new Set<IrVariable>();
  for (const variable of assigned.keys()) {
    if (variable.owner !== definition || variable.captured || others.has(variable) || parameters.has(variable))
      continue;
    const node = f.variableNode(variable);
    if (kindsOf(node) === BIGINT && objectsOf(node).length === 0) words.add(variable);
  }
  for (let before = Infinity; words.size < before;) {
    before = words.size;
    for (const variable of words) {
      // What never runs assigns nothing.
      const isAlways = assigned.get(variable)!.every((value) => !f.node(value) || isWord(f, value, words));
      if (!isAlways) words.delete(variable);
    }
  }
  return words;
}
