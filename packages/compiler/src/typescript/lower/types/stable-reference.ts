import ts from "typescript";
import type { LowerContext, SharedContext } from "../context.ts";
import { symbolOf } from "../variables.ts";
import { assignmentsOf, assignsProperties, isAssignmentTarget } from "./assignments.ts";
import { executedBefore, leaves } from "./executed-before.ts";

/**
 * TypeScript goes on to believe what a test has shown about a property or variable even if a function is called in between, which may have
 * assigned to it. What is left out here because of a test must really be impossible, so a narrowed type is only believed if nothing can
 * have happened since the test: no calls of the program's functions, no pause, no assignment to a property of that name.
 */

/** A variable, or what is reached from one through properties and elements. */
export type Reference = ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** Whether an expression is one. */
export function isReference(node: ts.Expression): node is Reference {
  if (ts.isIdentifier(node)) return true;
  return (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) && !ts.isOptionalChain(node);
}

/** Whether the narrowed type at a reference holds at run time. */
export function isStable(context: LowerContext, node: Reference, declared: ts.Type): boolean {
  const { shared } = context;
  if (hasGetter(shared, node)) return false;
  return isConstant(shared, node) || isUntouched(shared, node, declared);
}

/** Whether any part of a reference may be a getter. */
function hasGetter(shared: SharedContext, node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return hasGetter(shared, node.expression);
  if (ts.isElementAccessExpression(node)) return hasGetter(shared, node.expression);
  if (!ts.isPropertyAccessExpression(node)) return false;
  return assignmentsOf(shared).getters.has(node.name.text) || hasGetter(shared, node.expression);
}

/** Whether nobody but the function that the reference stands in assigns to any part of it. */
function isConstant(shared: SharedContext, node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) {
    const symbol = symbolOf(shared, node);
    const writers = symbol && assignmentsOf(shared).variables.get(symbol);
    const home = scopeOf(node);
    if (writers === undefined) return true;
    // A variable from outside is another run's too.
    const isLocal = symbol?.valueDeclaration !== undefined && scopeOf(symbol.valueDeclaration) === home;
    return isLocal && [...writers].every((writer) => writer === home);
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return isConstant(shared, node.expression);
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { properties, anyProperty } = assignmentsOf(shared);
  if (anyProperty || properties.has(node.name.text)) return false;
  return isConstant(shared, node.expression);
}

function scopeOf(node: ts.Node): ts.Node {
  let scope = node.parent;
  while (!ts.isFunctionLike(scope) && !ts.isClassStaticBlockDeclaration(scope) && !ts.isSourceFile(scope)) {
    scope = scope.parent;
  }
  return scope;
}

/** What stands before a reference: the place where it was tested, something that may change it, or neither. */
type Finding = "tested" | "effect" | undefined;

interface Search {
  shared: SharedContext;
  reference: Reference;
  text: string;
  declared: ts.Type;
  /** Names of the properties on the way. */
  names: Set<string>;
  elements: boolean;
}

/** Goes back from the reference to the test. */
function isUntouched(shared: SharedContext, reference: Reference, declared: ts.Type): boolean {
  const search: Search = {
    shared,
    reference,
    text: reference.getText(),
    declared,
    names: new Set(),
    elements: false,
  };
  for (let part: ts.Expression = reference; ; part = part.expression) {
    if (ts.isPropertyAccessExpression(part)) search.names.add(part.name.text);
    else if (ts.isElementAccessExpression(part)) search.elements = true;
    else if (!ts.isParenthesizedExpression(part) && !ts.isNonNullExpression(part)) break;
  }
  let child: ts.Node = reference;
  for (let { parent } = child; ; { parent } = child) {
    for (const earlier of executedBefore(parent, child)) {
      const finding = scan(search, earlier);
      if (finding !== undefined) return finding === "tested";
    }
    if (ts.isIterationStatement(parent, false) && scanAll(search, parent)) return false;
    if (ts.isFunctionLike(parent) || ts.isClassStaticBlockDeclaration(parent) || ts.isSourceFile(parent)) return true;
    child = parent;
  }
}

/** Looks at what a node does, the last thing first. */
function scan(search: Search, node: ts.Node): Finding {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return undefined;
  if (isMention(search, node)) {
    if (isAssignmentTarget(node)) return "tested";
    const { checker } = search.shared;
    return checker.getTypeAtLocation(node) === search.declared ? "tested" : undefined;
  }
  if (ts.isBinaryExpression(node) && isMention(search, node.left) && isAssignmentTarget(node.left)) return "tested";
  if (isEffect(search, node)) return "effect";
  if (ts.isIfStatement(node)) {
    for (const branch of [node.elseStatement, node.thenStatement]) {
      const finding = branch && !leaves(branch) ? scan(search, branch) : undefined;
      if (finding === "effect") return finding;
    }
    return scan(search, node.expression);
  }
  const children: ts.Node[] = [];
  ts.forEachChild(node, (each) => void children.push(each));
  const optional = ts.isIterationStatement(node, false) || ts.isTryStatement(node) || ts.isSwitchStatement(node);
  for (const child of children.reverse()) {
    const finding = scan(search, child);
    // Code that need not have run shows nothing, but may do something.
    if (finding === "effect" || (finding !== undefined && !optional)) return finding;
  }
  return undefined;
}

function isMention({ reference, text }: Search, node: ts.Node): boolean {
  return node.kind === reference.kind && node.getText() === text;
}

/** Whether anything in the node may change the reference. */
function scanAll(search: Search, node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return isEffect(search, node) || ts.forEachChild(node, (child) => scanAll(search, child) || undefined) === true;
}

function isEffect(search: Search, node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return search.elements || !isHarmless(search.shared, node);
  if (ts.isTaggedTemplateExpression(node) || ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isForOfStatement(node)) return node.awaitModifier !== undefined || !isArray(search.shared, node.expression);
  if (ts.isSpreadElement(node)) return !isArray(search.shared, node.expression);
  if (ts.isPropertyAccessExpression(node)) {
    if (search.names.has(node.name.text) && isAssignmentTarget(node) && !isMention(search, node)) return true;
    return assignmentsOf(search.shared).getters.has(node.name.text);
  }
  return ts.isElementAccessExpression(node) && search.elements && isAssignmentTarget(node);
}

/** Going through anything else may run code of the program. */
function isArray({ checker }: SharedContext, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  return checker.isArrayType(type) || checker.isTupleType(type) || (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** Calls of what TypeScript's library declares run none of the program's code, if no function is handed over. */
function isHarmless({ checker, modules }: SharedContext, node: ts.CallExpression | ts.NewExpression): boolean {
  const declaration = checker.getResolvedSignature(node)?.declaration;
  if (declaration === undefined || modules.has(declaration.getSourceFile())) return false;
  if (assignsProperties(node.expression)) return false;
  return (node.arguments ?? []).every((each) => checker.getTypeAtLocation(each).getCallSignatures().length === 0);
}
