import ts from "typescript";
import type { LowerContext } from "../context.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolOf, valueDeclarationOf, variableOf } from "../variables.ts";
import { privateNameOf } from "./private-name.ts";
import { uniqueSymbolName } from "./unique-symbol.ts";

/** The name of a member, if it is known before the program runs. */
export function constantNameOf(context: LowerContext, name: ts.PropertyName): string | undefined {
  if (ts.isPrivateIdentifier(name)) return privateNameOf(context, name);
  if (ts.isComputedPropertyName(name)) return constantKeyOf(context, name.expression);
  if (ts.isNumericLiteral(name)) return String(Number(name.text));
  if (ts.isBigIntLiteral(name)) return String(BigInt(name.text.slice(0, -1)));
  return name.text;
}

/** The property name that a key expression always gives: of literals, constants that hold one, enum members and well-known symbols. */
export function constantKeyOf(context: LowerContext, expression: ts.Expression): string | undefined {
  const node = skipTransparent(expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return String(Number(node.text));
  if (ts.isTemplateExpression(node)) return textOfTemplate(context, node);
  const symbolName = wellKnownSymbolOf(context, node);
  if (symbolName !== undefined) return `@@${symbolName}`;
  const value = enumValueOf(context, node);
  if (value !== undefined) return String(value);
  if (ts.isIdentifier(node)) return keyOfConstant(context, node) ?? symbolKeyOf(context, node);
  return ts.isPropertyAccessExpression(node) ? symbolKeyOf(context, node) : undefined;
}

/** The name that a property has whose key is always one symbol. */
export function symbolKeyOf(context: LowerContext, node: ts.Expression): string | undefined {
  const { shared } = context;
  return shared.library ? undefined : uniqueSymbolName(shared, shared.checker.getTypeAtLocation(node));
}

/** A template all of whose values are constants. */
function textOfTemplate(context: LowerContext, node: ts.TemplateExpression): string | undefined {
  let text = node.head.text;
  for (const { expression, literal } of node.templateSpans) {
    const value = constantKeyOf(context, expression);
    if (value === undefined || value.startsWith("@@")) return undefined;
    text += value + literal.text;
  }
  return text;
}

/** The value of a reference to an enum's member that is known before the program runs. */
export function enumValueOf(context: LowerContext, node: ts.Expression): string | number | undefined {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const name = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name)) return undefined;
  const { checker } = context.shared;
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration && ts.isEnumMember(declaration) ? checker.getConstantValue(declaration) : undefined;
}

/** `iterator` of `Symbol.iterator`. */
function wellKnownSymbolOf(context: LowerContext, node: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  if (node.expression.text !== "Symbol" || !WELL_KNOWN.has(node.name.text)) return undefined;
  const symbol = symbolOf(context.shared, node.expression);
  return symbol && variableOf(context, symbol) === undefined ? node.name.text : undefined;
}

const WELL_KNOWN: ReadonlySet<string> = new Set([
  "asyncDispose",
  "asyncIterator",
  "dispose",
  "hasInstance",
  "isConcatSpreadable",
  "iterator",
  "match",
  "matchAll",
  "replace",
  "search",
  "species",
  "split",
  "toPrimitive",
  "toStringTag",
  "unscopables",
]);

function keyOfConstant(context: LowerContext, node: ts.Identifier): string | undefined {
  const symbol = symbolOf(context.shared, node);
  const declaration = symbol && valueDeclarationOf(symbol);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  if (!(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)) return undefined;
  const value = skipTransparent(declaration.initializer);
  if (ts.isStringLiteralLike(value)) return value.text;
  return ts.isNumericLiteral(value) ? String(Number(value.text)) : undefined;
}
