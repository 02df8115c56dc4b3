// Object literals without a class do not exist in AssemblyScript. In the arguments of guest functions that take data they
// become builder calls: `{ count, label: "x" }` is `rune.object().set("count", count).set("label", "x")`. The nodes keep
// the author's ranges, so errors inside them point at the author's text.
import { Node } from "assemblyscript";
import type {
  ArrayLiteralExpression,
  CallExpression,
  Expression,
  LiteralExpression,
  ObjectLiteralExpression,
  Range,
  TernaryExpression,
  TypeNode,
} from "assemblyscript";
import type { DataUpdates } from "../engines/compiled-module.ts";
import { showKeywordKey } from "./keyword-keys.ts";
import { authorSources } from "./project.ts";
import { LiteralKind, NodeKind } from "./syntax-kinds.ts";
import type { Project } from "./project.ts";
import { runeFunctionOf, unwrap, visitUpwards } from "./syntax-tree.ts";

/** Position of the argument that is data, by guest function. */
const dataArguments: Readonly<Record<string, number>> = {
  update_data: 1,
  update_view: 1,
  navigate: 1,
  navigate_replace: 1,
  json: 0,
};

/** Rewrites the data arguments in all of the author's files, and notes which page data they write. */
export function rewriteDataLiterals(project: Project): DataUpdates {
  const names = new Set<string>();
  let complete = true;
  for (const source of authorSources(project)) {
    visitUpwards(source, (node) => {
      if (node.kind !== NodeKind.Call) return;
      const call = node as CallExpression;
      const name = runeFunctionOf(call);
      const position = name !== undefined && Object.hasOwn(dataArguments, name) ? dataArguments[name] : undefined;
      const argument = position === undefined ? undefined : call.args[position];
      if (name === "update_data" && argument) {
        if (isLiteral(argument, LiteralKind.Object)) {
          for (const key of (unwrap(argument) as ObjectLiteralExpression).names) names.add(showKeywordKey(key.text));
        } else complete = false;
      }
      if (argument && position !== undefined && (name !== "json" || isDataLiteral(argument))) {
        call.args[position] = toJson(argument);
      }
    });
  }
  return { names: [...names].sort(), complete };
}

/** Rewrites a literal that is the value of `set(key, value)` or `push(value)`. */
export function rewriteLiteralArgument(call: CallExpression): void {
  const value = call.args.at(-1);
  if (!value || !isDataLiteral(value)) return;
  call.args[call.args.length - 1] = toJson(value);
  // A type that is given need not be inferred, so an error inside of the literal is reported where it is.
  call.typeArguments = [jsonType(value.range)];
}

/** An expression of type `rune.Json` for any data. */
function toJson(expression: Expression): Expression {
  const inner = unwrap(expression);
  const { range } = expression;
  if (inner.kind === NodeKind.Null) return callRune("null_value", [], range);
  if (inner.kind === NodeKind.Ternary) {
    const { condition, ifThen, ifElse } = inner as TernaryExpression;
    if (isDataLiteral(ifThen) || isDataLiteral(ifElse)) {
      return Node.createParenthesizedExpression(
        Node.createTernaryExpression(condition, toJson(ifThen), toJson(ifElse), range),
        range,
      );
    }
  }
  if (isLiteral(inner, LiteralKind.Object)) {
    const { names, values } = inner as ObjectLiteralExpression;
    return values.reduce<Expression>(
      (built, value, i) => {
        const name = names[i];
        const key = Node.createStringLiteralExpression(showKeywordKey(name?.text ?? ""), name?.range ?? range);
        return isDataLiteral(value)
          ? callMethod(built, "put", [key, toJson(value)], value.range)
          : callMethod(built, "set", [key, value], value.range);
      },
      callRune("object", [], range),
    );
  }
  if (isLiteral(inner, LiteralKind.Array)) {
    return (inner as ArrayLiteralExpression).elementExpressions.reduce<Expression>(
      (built, item) =>
        isDataLiteral(item)
          ? callMethod(built, "append", [toJson(item)], item.range)
          : callMethod(built, "push", [item], item.range),
      callRune("array", [], range),
    );
  }
  return callRune("json", [expression], range);
}

function isDataLiteral(expression: Expression): boolean {
  const inner = unwrap(expression);
  if (inner.kind === NodeKind.Ternary) {
    const { ifThen, ifElse } = inner as TernaryExpression;
    return isDataLiteral(ifThen) || isDataLiteral(ifElse);
  }
  return inner.kind === NodeKind.Null || isLiteral(inner, LiteralKind.Object) || isLiteral(inner, LiteralKind.Array);
}

function isLiteral(expression: Expression, kind: (typeof LiteralKind)[keyof typeof LiteralKind]): boolean {
  const inner = unwrap(expression);
  return inner.kind === NodeKind.Literal && (inner as LiteralExpression).literalKind === kind;
}

function jsonType(range: Range): TypeNode {
  const rune = Node.createSimpleTypeName("rune", range);
  rune.next = Node.createSimpleTypeName("Json", range);
  return Node.createNamedType(rune, null, false, range);
}

function callRune(name: string, args: Expression[], range: Range): Expression {
  const rune = Node.createIdentifierExpression("rune", range);
  const callee = Node.createPropertyAccessExpression(rune, Node.createIdentifierExpression(name, range), range);
  return Node.createCallExpression(callee, null, args, range);
}

function callMethod(receiver: Expression, name: string, args: Expression[], range: Range): Expression {
  const property = Node.createIdentifierExpression(name, range);
  const callee = Node.createPropertyAccessExpression(receiver, property, range);
  return Node.createCallExpression(callee, null, args, range);
}
