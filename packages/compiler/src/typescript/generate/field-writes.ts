import type { Analysis } from "../infer/index.ts";
import type { Expression, IrClass, IrFunction } from "../ir/index.ts";
import { walkStatements } from "../ir/walk.ts";

/** Names of the properties that anything but the constructor or the initialiser of their own object assigns or deletes. */
export function findFieldWrites(analysis: Analysis, classOf: ReadonlyMap<IrFunction, IrClass>): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<IrFunction>();
  for (const { function: definition } of analysis.instances) {
    if (seen.has(definition)) continue;
    seen.add(definition);
    const owner = classOf.get(definition);
    const makes = owner !== undefined && (owner.construct === definition || owner.initializer === definition);
    walkStatements(definition.body, {
      expression: (expression) => {
        const name = assignedName(expression);
        if (name !== undefined && !(makes && isReceiver(expression))) names.add(name);
      },
    });
  }
  return names;
}

function assignedName(expression: Expression): string | undefined {
  if (expression.op === "setProperty" || expression.op === "setSuperProperty") return expression.name;
  const isElement = expression.op === "setElement" || expression.op === "deleteElement";
  return isElement && expression.key.op === "string" ? expression.key.value : undefined;
}

function isReceiver(expression: Expression): boolean {
  return (
    expression.op === "setProperty" && expression.object.op === "get" && expression.object.variable.kind === "this"
  );
}
