import type { Label, Statement, SwitchCase } from "./index.ts";

/** Whether the end of a function's body may be reached, so that a call gives `undefined`. */
export function reachesEnd(body: readonly Statement[]): boolean {
  return completes(body, new Set());
}

/** Whether what follows the statements may run; `broken` collects the labels that breaks lead to. */
function completes(statements: readonly Statement[], broken: Set<Label>): boolean {
  return statements.every((statement) => completesOne(statement, broken));
}

function completesOne(statement: Statement, broken: Set<Label>): boolean {
  switch (statement.type) {
    case "return":
    case "throw":
      return false;
    case "break":
      broken.add(statement.label);
      return false;
    case "block": {
      const end = completes(statement.body, broken);
      return end || (statement.label !== undefined && broken.has(statement.label));
    }
    case "if": {
      const then = completes(statement.then, broken);
      return completes(statement.otherwise, broken) || then;
    }
    case "loop": {
      const end = completes(statement.body, broken) || broken.has(statement.continueLabel);
      const { test, testAtEnd } = statement;
      const leaves = test !== undefined && !(test.op === "boolean" && test.value) && (end || !testAtEnd);
      return leaves || broken.has(statement.label);
    }
    case "switch":
      return completesSwitch(statement.cases, broken) || broken.has(statement.label);
    case "try": {
      const body = completes(statement.body, broken);
      const caught = statement.catchBody !== undefined && completes(statement.catchBody, broken);
      return completes(statement.finallyBody ?? [], broken) && (body || caught);
    }
    default:
      return true;
  }
}

function completesSwitch(cases: readonly SwitchCase[], broken: Set<Label>): boolean {
  let falls = false;
  for (const { body } of cases) falls = completes(body, broken);
  return falls || cases.every(({ test }) => test !== undefined);
}
