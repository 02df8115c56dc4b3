import ts from "typescript";
import type { IrFunction, IrVariable, VariableKind } from "../ir/index.ts";
import type { CheckedContext, LowerContext, SharedContext } from "./context.ts";
import { positionOf } from "./position.ts";

/**
 * Variables come into being when they are first mentioned, which may be before their declaration: functions are hoisted,
 * and modules refer to each other. A variable belongs to the function in which it is declared; whoever mentions it stands inside of that function,
 * so the function exists by then.
 */

/** The symbol that stands for what is meant: behind imports and re-exports, and outside of the exporting scope. */
export function resolveSymbol(shared: CheckedContext, symbol: ts.Symbol): ts.Symbol {
  let target = symbol;
  while (target.flags & ts.SymbolFlags.Alias && !hasOwnValue(shared, target)) {
    const next = shared.checker.getImmediateAliasedSymbol(target);
    if (next === undefined) return shared.checker.getAliasedSymbol(symbol);
    target = next;
  }
  return shared.checker.getExportSymbolOfSymbol(target);
}

/** `export default value` exports a value that has no other name, unless it is a name of the program. */
export function hasOwnValue(shared: CheckedContext, symbol: ts.Symbol): boolean {
  const assignment = symbol.declarations?.find(ts.isExportAssignment);
  if (assignment === undefined) return false;
  if (!ts.isIdentifier(assignment.expression)) return true;
  const named = shared.checker.getSymbolAtLocation(assignment.expression);
  const target = named && resolveSymbol(shared, named);
  if (target && isAssignable(target)) return true;
  return !target?.declarations?.some((declaration) => shared.modules.has(declaration.getSourceFile()));
}

/** Declared with `let` or `var`: what is exported of it by default is what it holds then. */
function isAssignable(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(rootOf(declaration)) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Constant) === 0
  );
}

/** The symbol of a name in an expression, if the checker knows it. */
export function symbolOf(shared: CheckedContext, name: ts.Node): ts.Symbol | undefined {
  const symbol =
    name.parent !== undefined && ts.isShorthandPropertyAssignment(name.parent) && name.parent.name === name
      ? shared.checker.getShorthandAssignmentValueSymbol(name.parent)
      : shared.checker.getSymbolAtLocation(name);
  return symbol && resolveSymbol(shared, symbol);
}

/** The declaration that gives a symbol its value. */
export function valueDeclarationOf(symbol: ts.Symbol): ts.Declaration | undefined {
  return symbol.valueDeclaration ?? symbol.declarations?.[0];
}

/** The declaration or parameter that a name in a pattern is part of. */
function rootOf(declaration: ts.Node): ts.Node {
  let node = declaration;
  while (ts.isBindingElement(node)) node = node.parent.parent;
  return node;
}

function kindOf(declaration: ts.Node, root: ts.Node): VariableKind {
  // What a pattern takes from a parameter or an exception is a variable like others.
  if (declaration !== root && (ts.isParameter(root) || ts.isCatchClause(root.parent))) return "let";
  if (ts.isParameter(root)) return "parameter";
  if (ts.isFunctionDeclaration(root) || ts.isFunctionExpression(root)) return "function";
  if (ts.isClassLike(root)) return "class";
  if (ts.isVariableDeclaration(root)) {
    if (ts.isCatchClause(root.parent)) return "catch";
    const flags = ts.getCombinedNodeFlags(root);
    if (flags & ts.NodeFlags.Const) return "const";
    return flags & ts.NodeFlags.Let ? "let" : "var";
  }
  return "const";
}

/**
 * `undefined` at module level: outside of all functions, and outside of all blocks unless it is a `var`. What makes many controllers has no
 * module level.
 */
function ownerOf(shared: SharedContext, root: ts.Node, kind: VariableKind): IrFunction | undefined {
  let inBlock = false;
  // A `var` belongs to the function, whatever blocks lie between.
  const hoisted = kind === "var";
  for (let node = root.parent; node !== undefined; node = node.parent) {
    if (ts.isSourceFile(node)) {
      const module = shared.modules.get(node);
      return inBlock || module?.makes === "many" ? module?.body : undefined;
    }
    const owner = shared.functions.get(node);
    if (owner !== undefined) return owner;
    if (!hoisted && (isScope(node) || ts.isFunctionExpression(root) || ts.isClassExpression(root))) inBlock = true;
  }
  return undefined;
}

function isScope(node: ts.Node): boolean {
  return (
    ts.isBlock(node) ||
    ts.isForStatement(node) ||
    ts.isForInStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isCaseBlock(node) ||
    ts.isCatchClause(node)
  );
}

/** Tells that the variables declared in a function-like node, or in a static block, belong to a function. */
export function registerFunction(context: LowerContext, node: ts.Node, owner: IrFunction): void {
  context.shared.functions.set(node, owner);
}

/** The variable of a resolved symbol; `undefined` if no file of the program gives it a value. */
export function variableOf(context: LowerContext, symbol: ts.Symbol): IrVariable | undefined {
  const { shared } = context;
  const known = shared.variables.get(symbol);
  if (known) return known;
  const declaration = valueDeclarationOf(symbol);
  if (declaration === undefined) return undefined;
  const source = declaration.getSourceFile();
  const module = shared.modules.get(source);
  if (module === undefined || isAmbient(declaration)) return undefined;
  const root = rootOf(declaration);
  const isReplaced = shared.replaceable && isExportedData(shared, declaration);
  const kind = isReplaced ? "let" : kindOf(declaration, root);
  const owner = ownerOf(shared, root, kind);
  const name = symbol.name === "default" ? nameOfDefault(declaration) : symbol.name;
  const variable: IrVariable = {
    name,
    kind,
    ...(isReplaced && { constant: true }),
    owner,
    captured: false,
    writes: 0,
    holds: undefined,
    position: positionOf(source, declaration),
  };
  shared.variables.set(symbol, variable);
  if (owner === undefined) module.variables.push(variable);
  return variable;
}

/** Whether a constant that is exported holds objects, and no functions: what becomes of them is not in the text. */
function isExportedData({ checker }: SharedContext, declaration: ts.Declaration): boolean {
  const { Const, Using, AwaitUsing } = ts.NodeFlags;
  const flags = ts.getCombinedNodeFlags(declaration);
  if (!ts.isVariableDeclaration(declaration) || (flags & Using) === Using || (flags & AwaitUsing) === AwaitUsing)
    return false;
  if (!(flags & Const) || !(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export)) return false;
  const type = checker.getTypeAtLocation(declaration);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    (part) =>
      (part.flags & ts.TypeFlags.Object) !== 0 &&
      part.getCallSignatures().length === 0 &&
      part.getConstructSignatures().length === 0,
  );
}

/** The variable that a declaration's name makes. The declaration must be one of the program's files. */
export function variableOfName(context: LowerContext, name: ts.Node): IrVariable {
  const symbol = context.shared.checker.getSymbolAtLocation(name);
  const variable = symbol && variableOf(context, context.shared.checker.getExportSymbolOfSymbol(symbol));
  if (variable === undefined) throw new Error(`no variable for \`${name.getText()}\``);
  return variable;
}

function nameOfDefault(declaration: ts.Declaration): string {
  const name = ts.isExportAssignment(declaration) ? undefined : ts.getNameOfDeclaration(declaration);
  return name && ts.isIdentifier(name) ? name.text : "default";
}

/** Declared with `declare`: nothing of it exists at run time. */
export function isAmbient(declaration: ts.Declaration): boolean {
  for (let node: ts.Node = rootOf(declaration); node !== undefined; node = node.parent) {
    // A parameter exists whatever is written before it.
    const modifiers = ts.canHaveModifiers(node) && !ts.isParameter(node) ? node.modifiers : undefined;
    if (modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return true;
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) {
      if (node !== declaration) return false;
    }
  }
  return false;
}
