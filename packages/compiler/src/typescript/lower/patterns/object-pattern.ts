import ts from "typescript";
import type { Expression, IrVariable, Statement } from "../../ir/index.ts";
import { callLibrary, createExpression, createString, keepValue, readVariable } from "../builder.ts";
import type { LowerContext } from "../context.ts";
import { lowerExpression } from "../lower-expression.ts";
import { constantNameOf } from "../names/constant-name.ts";
import { bindTarget } from "./bind-target.ts";
import type { ObjectElement } from "./target.ts";

/** `{ a, b: c, [d]: e = 1, ...f }` */
export function lowerObjectPattern(
  context: LowerContext,
  node: ts.Node,
  elements: readonly ObjectElement[],
  value: Expression,
): Statement[] {
  const { declaration, variable } = keepValue(context, node, "source", value);
  const taken: (() => Expression)[] = [];
  const statements: Statement[] = [];
  const hasRest = elements.some(({ name }) => name === undefined);
  for (const { name, target } of elements) {
    const object = readVariable(context, target.node, variable);
    if (name === undefined) {
      const keys = taken.map((key) => key());
      statements.push(...bindTarget(context, target, callLibrary(context, target.node, "omit", [object, ...keys])));
      continue;
    }
    const constant = constantNameOf(context, name);
    if (constant !== undefined) {
      taken.push(() => createString(context, name, constant));
      // Of arrays, numbers name elements.
      const read = ts.isNumericLiteral(name)
        ? createExpression(context, name, { op: "element", object, key: lowerExpression(context, name) })
        : createExpression(context, name, { op: "property", object, name: constant });
      statements.push(...bindTarget(context, target, read));
      continue;
    }
    const { expression } = name as ts.ComputedPropertyName;
    let key = lowerExpression(context, expression);
    if (hasRest) {
      const kept: { declaration: Statement; variable: IrVariable } = keepValue(context, name, "key", key);
      statements.push(kept.declaration);
      taken.push(() => readVariable(context, name, kept.variable));
      key = readVariable(context, name, kept.variable);
    }
    statements.push(...bindTarget(context, target, createExpression(context, name, { op: "element", object, key })));
  }
  return [declaration, ...statements];
}
