import ts from "typescript";
import type { SharedContext } from "../context.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolOf } from "../variables.ts";
import type { AssignedValues } from "./assigned-values.ts";
import { assignedValues } from "./assigned-values.ts";
import { assignmentsOf } from "./assignments.ts";
import { declaredTypeOf } from "./declared-type.ts";
import type { Nullish } from "./shows-value.ts";
import type { Reference } from "./stable-reference.ts";
import { isReference } from "./stable-reference.ts";
import { partsOf } from "./type-parts.ts";

/** What is asked of a value. */
export interface Question {
  shared: SharedContext;
  nullish: Nullish;
  /**
   * The values that have been asked about: one that is not certain decides the whole question, so whatever is met again has been or is
   * being looked at, and what goes around in a circle comes in elsewhere.
   */
  asked: Set<ts.Node>;
  /** Whether a variable or property that TypeScript takes for narrowed may be nullish all the same. */
  isDoubtful(reference: Reference, question: Question): boolean;
}

/**
 * Whether a value is surely there if its type says so. An element of an array or dictionary need not be, nor what the author asserts with `!`,
 * and so on for what is made of them; a literal, a sum or a new object is. In doubt it is not.
 */
export function isCertain(question: Question, value: ts.Expression): boolean {
  if (question.asked.has(value)) return true;
  question.asked.add(value);
  const { shared } = question;
  const certain = (part: ts.Expression): boolean => isCertain(question, part);
  const node = skipTransparent(value);
  if (node !== value && isAsserted(value)) return isMade(node) && node.kind !== ts.SyntaxKind.NullKeyword;
  if (isMade(node)) return true;
  if (ts.isConditionalExpression(node)) return certain(node.whenTrue) && certain(node.whenFalse);
  if (ts.isBinaryExpression(node)) return isCertainOperation(node, certain);
  if (ts.isCallExpression(node)) return isCertainCall(shared, node, certain);
  if (!isReference(node)) return false;
  const declared = declaredTypeOf(shared, node);
  if (declared && isNullable(shared, declared, question.nullish)) return !question.isDoubtful(node, question);
  if (ts.isIdentifier(node)) return isCertainVariable(shared, node, certain);
  return ts.isPropertyAccessExpression(node) && isCertainProperty(shared, node, certain);
}

/** Whether TypeScript knows of a type that its values may be nullish. */
export function isNullable({ checker }: SharedContext, type: ts.Type, nullish: Nullish): boolean {
  return partsOf(checker, type).primitives.has(nullish);
}

/** Whether any of what a value is wrapped in says more than parentheses do. */
function isAsserted(value: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(value)) return isAsserted(value.expression);
  return ts.isNonNullExpression(value) || ts.isAssertionExpression(value);
}

/** Whether a node makes its value, whatever that is. */
function isMade(node: ts.Expression): boolean {
  return (
    ts.isLiteralExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isClassExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isPrefixUnaryExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    ts.isTypeOfExpression(node) ||
    node.kind === ts.SyntaxKind.ThisKeyword ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  );
}

function isCertainOperation(node: ts.BinaryExpression, certain: (part: ts.Expression) => boolean): boolean {
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return certain(node.left) && certain(node.right);
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.CommaToken:
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return certain(node.right);
    default:
      return node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandEqualsToken;
  }
}

/** Variables are certain that are given certain values only, all of them in the function that they belong to; so are functions and classes. */
function isCertainVariable(
  shared: SharedContext,
  node: ts.Identifier,
  certain: (part: ts.Expression) => boolean,
): boolean {
  const declaration = symbolOf(shared, node)?.valueDeclaration;
  if (declaration === undefined) return node.text === "undefined";
  if (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration)) return true;
  if (!ts.isVariableDeclaration(declaration)) return false;
  const scope = ts.findAncestor(declaration, (each) => ts.isFunctionLike(each) || ts.isSourceFile(each));
  if (!scope) return false;
  const values = valuesIn(shared, scope).get(node.text) ?? [];
  return values.every((value) => value !== undefined && certain(value));
}

function isCertainCall(
  shared: SharedContext,
  node: ts.CallExpression,
  certain: (part: ts.Expression) => boolean,
): boolean {
  const declaration = shared.checker.getResolvedSignature(node)?.declaration;
  if (!declaration || !ts.isFunctionLike(declaration)) return false;
  if (!shared.modules.has(declaration.getSourceFile())) return isPrimitiveKeyword(declaration.type);
  if (!("body" in declaration) || !declaration.body) return false;
  if (declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) return true;
  if ("asteriskToken" in declaration && declaration.asteriskToken) return true;
  return resultsOf(declaration.body).every((result) => result === undefined || certain(result));
}

/** What a function returns; the end of it, where the type of the call says that there is none. */
function resultsOf(body: ts.Node): (ts.Expression | undefined)[] {
  if (!ts.isBlock(body)) return [body as ts.Expression];
  const results: (ts.Expression | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) results.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return results;
}

/**
 * Properties are certain that have a certain value from the start and no other, and those that TypeScript's library declares to be primitives,
 * such as the length of an array.
 */
function isCertainProperty(
  shared: SharedContext,
  node: ts.PropertyAccessExpression,
  certain: (part: ts.Expression) => boolean,
): boolean {
  const declaration = shared.checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration) return false;
  if (ts.isPropertySignature(declaration)) {
    return !shared.modules.has(declaration.getSourceFile()) && isPrimitiveKeyword(declaration.type);
  }
  const { properties, anyProperty } = assignmentsOf(shared);
  if (anyProperty || properties.has(node.name.text) || !ts.isPropertyDeclaration(declaration)) return false;
  return declaration.initializer !== undefined && certain(declaration.initializer);
}

function isPrimitiveKeyword(type: ts.TypeNode | undefined): boolean {
  const kind = type?.kind;
  return (
    kind === ts.SyntaxKind.NumberKeyword ||
    kind === ts.SyntaxKind.StringKeyword ||
    kind === ts.SyntaxKind.BooleanKeyword
  );
}

/** Everything that is assigned in a function or file, without the functions in it. */
export function valuesIn(shared: SharedContext, scope: ts.Node): AssignedValues {
  const known = shared.assigned.get(scope);
  if (known) return known;
  const values = new Map<string, readonly (ts.Expression | undefined)[]>();
  ts.forEachChild(scope, (child) => {
    for (const [text, more] of assignedValues(child)) values.set(text, [...(values.get(text) ?? []), ...more]);
  });
  shared.assigned.set(scope, values);
  return values;
}
