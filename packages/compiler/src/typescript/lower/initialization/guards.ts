import ts from "typescript";
import type { Expression, IrVariable, Statement } from "../../ir/index.ts";
import {
  callLibrary,
  createDo,
  createExpression,
  createNumber,
  createString,
  declareVariable,
  keepValue,
  readVariable,
  runExpression,
  writeVariable,
} from "../builder.ts";
import type { LowerContext, SharedContext } from "../context.ts";
import { isAmbient, symbolOf, valueDeclarationOf, variableOf } from "../variables.ts";
import { findEarly } from "./find-early.ts";
import { declarationsOf, initializedNames } from "./initialized-names.ts";

/**
 * A variable that may be used before its declaration has run has a guard: a number that is 1 from then on. Only uses that may come too early
 * look at it.
 */
function guardOf(context: LowerContext, symbol: ts.Symbol, isEarly: () => boolean): IrVariable | undefined {
  const { shared } = context;
  const known = shared.guards.get(symbol);
  if (known) return known;
  if (shared.library || !isEarly()) return undefined;
  const variable = variableOf(context, symbol);
  const declaration = valueDeclarationOf(symbol);
  if (!variable || !declaration) return undefined;
  const guard: IrVariable = {
    ...variable,
    name: `${variable.name} is declared`,
    kind: "let",
    captured: false,
    writes: 0,
    holds: undefined,
  };
  shared.guards.set(symbol, guard);
  if (!guard.owner) shared.modules.get(declaration.getSourceFile())?.variables.push(guard);
  return guard;
}

/** The list of statements that a variable is declared in. */
function scopeOf(declaration: ts.Node): ts.Node | undefined {
  for (let node = declaration.parent; node !== undefined; node = node.parent) {
    if (ts.isBlock(node) || ts.isCaseBlock(node) || ts.isSourceFile(node) || ts.isModuleBlock(node)) return node;
    if (ts.isFunctionLike(node) || ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node))
      return undefined;
  }
  return undefined;
}

/** Declares the guards of what statements declare, and says that nothing is declared yet. */
export function declareGuards(context: LowerContext, statements: readonly ts.Statement[]): Statement[] {
  return guardsOf(context, statements.flatMap(declarationsOf)).map(({ name, guard }) =>
    declareVariable(context, name, guard, createNumber(context, name, 0)),
  );
}

/** Says that what a declaration declares may be used from now on. */
export function openGuards(
  context: LowerContext,
  declaration: ts.ClassDeclaration | ts.VariableDeclaration,
): Statement[] {
  return guardsOf(context, [declaration]).map(({ name, guard }) =>
    runExpression(context, name, writeVariable(context, name, guard, createNumber(context, name, 1))),
  );
}

function guardsOf(
  context: LowerContext,
  declarations: readonly (ts.ClassDeclaration | ts.VariableDeclaration)[],
): { name: ts.Identifier; guard: IrVariable }[] {
  return declarations.flatMap(initializedNames).flatMap((name) => {
    const symbol = symbolOf(context.shared, name);
    const declaration = symbol && valueDeclarationOf(symbol);
    if (!declaration || isAmbient(declaration)) return [];
    const guard = guardOf(context, symbol, () => isUsedEarly(context.shared, symbol, declaration));
    return guard ? [{ name, guard }] : [];
  });
}

function isUsedEarly(shared: SharedContext, symbol: ts.Symbol, declaration: ts.Declaration): boolean {
  const scope = scopeOf(declaration);
  return scope !== undefined && findEarly(shared, scope).has(symbol);
}

/** The guard to look at where a name is used, if the use may come before the declaration. */
function guardAt(context: LowerContext, node: ts.Node, symbol: ts.Symbol): IrVariable | undefined {
  const { shared } = context;
  const declaration = valueDeclarationOf(symbol);
  if (shared.library || !declaration || isAmbient(declaration) || !isGuardable(declaration)) return undefined;
  if (ts.isClassDeclaration(declaration) && isInside(node, declaration)) return undefined;
  const source = declaration.getSourceFile();
  if (source !== node.getSourceFile()) {
    const files = [...shared.modules.keys()];
    return guardOf(context, symbol, () => files.indexOf(source) > files.indexOf(node.getSourceFile()));
  }
  const mayBeEarly =
    functionAround(node) !== functionAround(declaration) || clauseAround(node) !== clauseAround(declaration);
  return mayBeEarly ? guardOf(context, symbol, () => isUsedEarly(shared, symbol, declaration)) : undefined;
}

function isGuardable(declaration: ts.Declaration): boolean {
  if (ts.isClassDeclaration(declaration)) return true;
  let root: ts.Node = declaration;
  while (ts.isBindingElement(root)) root = root.parent.parent;
  return ts.isVariableDeclaration(root) && (ts.getCombinedNodeFlags(root) & ts.NodeFlags.BlockScoped) !== 0;
}

/** In a class, its name means the class itself, which is there as soon as any of its code runs. */
function isInside(node: ts.Node, declaration: ts.ClassDeclaration): boolean {
  return ts.findAncestor(node, (each) => each === declaration) !== undefined;
}

function functionAround(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(
    node.parent,
    (each) => ts.isFunctionLike(each) || ts.isClassStaticBlockDeclaration(each) || ts.isPropertyDeclaration(each),
  );
}

function clauseAround(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node.parent, ts.isCaseOrDefaultClause);
}

function check(context: LowerContext, node: ts.Node, symbol: ts.Symbol, guard: IrVariable): Statement {
  const left = createExpression(context, node, {
    op: "binary",
    operator: "!==",
    left: readVariable(context, node, guard),
    right: createNumber(context, node, 1),
  });
  const right = callLibrary(context, node, "throwNotDeclared", [createString(context, node, symbol.name)]);
  return runExpression(context, node, createExpression(context, node, { op: "logical", operator: "&&", left, right }));
}

/** A variable's value, unless it is read before its declaration. */
export function guardRead(context: LowerContext, node: ts.Node, symbol: ts.Symbol, value: Expression): Expression {
  const guard = guardAt(context, node, symbol);
  return guard ? createDo(context, node, [check(context, node, symbol, guard)], value) : value;
}

/** The value that a variable is given, unless that happens before its declaration. */
export function guardWrite(context: LowerContext, node: ts.Node, symbol: ts.Symbol, value: Expression): Expression {
  const guard = guardAt(context, node, symbol);
  if (!guard) return value;
  const { declaration, variable } = keepValue(context, node, "value", value);
  return createDo(
    context,
    node,
    [declaration, check(context, node, symbol, guard)],
    readVariable(context, node, variable),
  );
}
