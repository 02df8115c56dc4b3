import ts from "typescript";
import type { FunctionKind, IrFunction, IrVariable, Statement } from "../../ir/index.ts";
import { createExpression, createStatement } from "../builder.ts";
import type { Home, LowerContext } from "../context.ts";
import { declareGuards } from "../initialization/guards.ts";
import { MAX_PARAMETERS } from "../limits.ts";
import { lowerExpression } from "../lower-expression.ts";
import { positionOf } from "../position.ts";
import { lowerFunctionsOf, lowerInOrder, lowerStatements } from "../statements/statement-list.ts";
import { declareHoisted } from "../statements/var-hoisting.ts";
import { registerFunction } from "../variables.ts";
import { inferredName } from "./inferred-name.ts";
import { mentionsArguments, mentionsThis } from "./mentions.ts";
import { lowerParameters } from "./parameters.ts";

/** What a function's place says about it. */
export interface FunctionOptions {
  /** If it is not the one that the node has. */
  name?: string;
  /** The class or object literal that it is a member of. */
  home?: Home;
  /** The function that it becomes, which is empty, if there is one already. */
  into?: IrFunction;
  /** It is a constructor. */
  constructing?: boolean;
  /** Statements between the parameters and the body. */
  prologue?: (context: LowerContext) => Statement[];
  /** Statements behind the call of `super`. */
  afterSuper?: (context: LowerContext) => Statement[];
}

/** The intermediate form of any function with a body: declaration, expression, arrow function, method, accessor, constructor. */
export function lowerFunction(
  context: LowerContext,
  node: ts.FunctionLikeDeclaration,
  options: FunctionOptions = {},
): IrFunction {
  const { outerWrites, written } = context.shared;
  const start = written.length;
  const arrow = ts.isArrowFunction(node);
  const made = options.into ?? createFunction(context, node, options.name ?? nameOf(node));
  made.kind = kindOf(node);
  made.generic = (node.typeParameters?.length ?? 0) > 0;
  if (context.shared.library) {
    made.analyzed = analysisOf(node);
    if (isTagged(node, "checked")) made.checked = true;
  }
  registerFunction(context, node, made);
  if (!arrow && (isMember(node) || mentionsThis(node))) made.thisVariable = createThis(context, node, made);
  const argumentsVariable = takesAll(node) ? createArguments(context, node, made) : undefined;
  const inner: LowerContext = arrow
    ? { ...context, function: made, jumps: [] }
    : {
        ...context,
        function: made,
        receiver: made,
        home: options.home,
        constructing: options.constructing ?? false,
        argumentsVariable,
        jumps: [],
      };
  made.body.push(...lowerParameters(inner, node, argumentsVariable));
  if (options.prologue) made.body.push(...options.prologue(inner));
  if (node.body) {
    const isLate = node.asteriskToken !== undefined && made.body.length > 0;
    made.body.push(...(isLate ? lowerLateBody(inner, node, node.body) : lowerBody(inner, node.body, options)));
  }
  if (made.parent === undefined) outerWrites.set(made, written.slice(start));
  return made;
}

/**
 * Defaults and patterns of a generator's parameters run when it is called, its body only when the first value is asked for. So
 * the function becomes one that sees to its parameters and calls another, which is the generator.
 */
function lowerLateBody(context: LowerContext, node: ts.FunctionLikeDeclaration, body: ts.ConciseBody): Statement[] {
  const outer = context.function;
  const generator = createFunction(context, node, outer.name);
  generator.parent = outer;
  generator.kind = outer.kind;
  outer.kind = "ordinary";
  registerFunction(context, body, generator);
  generator.body.push(...lowerBody({ ...context, function: generator }, body, {}));
  const callee = createExpression(context, node, { op: "closure", function: generator });
  const value = createExpression(context, node, { op: "call", callee, arguments: [] });
  return [createStatement(context, node, { type: "return", value })];
}

function lowerBody(context: LowerContext, body: ts.ConciseBody, { afterSuper }: FunctionOptions): Statement[] {
  if (!ts.isBlock(body)) {
    return [createStatement(context, body, { type: "return", value: lowerExpression(context, body) })];
  }
  const hoisted = declareHoisted(context, body);
  const { statements } = body;
  const superIndex = afterSuper ? statements.findIndex(isSuperCall) : -1;
  if (!afterSuper || superIndex < 0) return [...hoisted, ...lowerStatements(context, statements)];
  return [
    ...hoisted,
    ...declareGuards(context, statements),
    ...lowerFunctionsOf(context, statements),
    ...lowerInOrder(context, statements.slice(0, superIndex + 1)),
    ...afterSuper(context),
    ...lowerInOrder(context, statements.slice(superIndex + 1)),
  ];
}

/** Whether a function gets its arguments in one array. */
function takesAll(node: ts.FunctionLikeDeclaration): boolean {
  return node.parameters.length > MAX_PARAMETERS || (!ts.isArrowFunction(node) && mentionsArguments(node));
}

function isSuperCall(node: ts.Statement): boolean {
  return (
    ts.isExpressionStatement(node) &&
    ts.isCallExpression(node.expression) &&
    node.expression.expression.kind === ts.SyntaxKind.SuperKeyword
  );
}

/** A function of the program without parameters and body, such as one that initialises fields. */
export function createFunction(context: LowerContext, node: ts.Node, name: string): IrFunction {
  return {
    type: "function",
    name,
    kind: "ordinary",
    parameters: [],
    thisVariable: undefined,
    body: [],
    parent: isAtTopLevel(context, node) ? undefined : context.function,
    generic: false,
    library: context.shared.library,
    analyzed: undefined,
    kept: [],
    expressions: 0,
    position: positionOf(context.source, node),
  };
}

/** Code in a block of a module sees the variables of the module's function. */
function isAtTopLevel(context: LowerContext, node: ts.Node): boolean {
  if (context.function !== context.module.body || context.module.makes === "many") return false;
  const isScope = (each: ts.Node): boolean =>
    ts.isBlock(each) || ts.isIterationStatement(each, false) || ts.isCaseBlock(each) || ts.isCatchClause(each);
  return ts.findAncestor(node.parent, isScope) === undefined;
}

/** The receiver of a function. */
export function createThis(context: LowerContext, node: ts.Node, owner: IrFunction): IrVariable {
  return {
    name: "this",
    kind: "this",
    owner,
    captured: false,
    writes: 0,
    holds: undefined,
    position: positionOf(context.source, node),
  };
}

function createArguments(context: LowerContext, node: ts.Node, owner: IrFunction): IrVariable {
  return { ...createThis(context, node, owner), name: "arguments", kind: "parameter" };
}

/** What a function of the library says about its analysis in its comment. */
function analysisOf(node: ts.FunctionLikeDeclaration): IrFunction["analyzed"] {
  if (isTagged(node, "analyzedOnce")) return "once";
  return isTagged(node, "analyzedByReceiver") ? "byReceiver" : undefined;
}

function isTagged(node: ts.FunctionLikeDeclaration, tag: string): boolean {
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === tag);
}

function isMember(node: ts.FunctionLikeDeclaration): boolean {
  return !ts.isFunctionDeclaration(node) && !ts.isFunctionExpression(node);
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  const { name } = node;
  if (name === undefined) return ts.isConstructorDeclaration(node) ? "constructor" : inferredName(node);
  if (!ts.isComputedPropertyName(name)) return name.text;
  return ts.isStringLiteralLike(name.expression) ? name.expression.text : "";
}

function kindOf(node: ts.FunctionLikeDeclaration): FunctionKind {
  const async = (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Async) !== 0;
  if (node.asteriskToken) return async ? "asyncGenerator" : "generator";
  return async ? "async" : "ordinary";
}
