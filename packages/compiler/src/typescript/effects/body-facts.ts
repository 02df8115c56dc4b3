import type { Expression, IrVariable, Statement } from "../ir/index.ts";
import { intrinsicFacts } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";

/** What summaries ask of a body, whoever calls it. */
export interface BodyFacts {
  /** What is assigned to variables; `undefined` for what is not known. */
  values: ReadonlyMap<IrVariable, readonly (Expression | undefined)[]>;
  /** What loops go through, by their variables. */
  iterated: ReadonlyMap<IrVariable, Expression>;
  /** What is set as properties of objects that variables hold. */
  set: ReadonlyMap<IrVariable, ReadonlyMap<string, readonly Expression[]>>;
  returned: readonly Expression[];
  /** Expressions that may do something besides what the calls do that they make. */
  active: readonly Expression[];
  /** All expressions, by their ids. */
  byId: readonly (Expression | undefined)[];
}

/** Bodies do not change once they are lowered, and those of the library are the same for all programs. */
const known = new WeakMap<readonly Statement[], BodyFacts>();

/** The facts of a body, found out once. */
export function factsOf(body: readonly Statement[]): BodyFacts {
  let facts = known.get(body);
  if (!facts) known.set(body, (facts = collect(body)));
  return facts;
}

function collect(body: readonly Statement[]): BodyFacts {
  const values = new Map<IrVariable, (Expression | undefined)[]>();
  const iterated = new Map<IrVariable, Expression>();
  const set = new Map<IrVariable, Map<string, Expression[]>>();
  const returned: Expression[] = [];
  const active: Expression[] = [];
  const byId: (Expression | undefined)[] = [];
  const assigned = (variable: IrVariable, value: Expression | undefined): void => pushTo(values, variable, value);
  walkStatements(body, {
    statement(statement) {
      if (statement.type === "declare" && statement.value) assigned(statement.variable, statement.value);
      else if (statement.type === "forOf") {
        assigned(statement.variable, undefined);
        iterated.set(statement.variable, statement.iterable);
      } else if (statement.type === "try" && statement.catchVariable) assigned(statement.catchVariable, undefined);
      else if (statement.type === "return" && statement.value) returned.push(statement.value);
    },
    expression(expression) {
      byId[expression.id] = expression;
      if (isActive(expression)) active.push(expression);
      if (expression.op === "set") assigned(expression.variable, expression.value);
      else if (expression.op === "setProperty" && expression.object.op === "get") {
        const { variable } = expression.object;
        let properties = set.get(variable);
        if (!properties) set.set(variable, (properties = new Map()));
        pushTo(properties, expression.name, expression.value);
      }
    },
  });
  return { values, iterated, set, returned, active, byId };
}

function isActive(expression: Expression): boolean {
  switch (expression.op) {
    case "set":
    case "setProperty":
    case "setElement":
    case "deleteElement":
    case "setSuperProperty":
    case "call":
      return true;
    case "intrinsic": {
      const { changes, acts } = intrinsicFacts(expression.name);
      return changes !== undefined || acts === true;
    }
    default:
      return false;
  }
}

function pushTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
