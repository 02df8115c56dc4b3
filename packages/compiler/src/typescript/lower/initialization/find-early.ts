import ts from "typescript";
import type { SharedContext } from "../context.ts";
import { skipTransparent } from "../transparent.ts";
import { symbolOf, valueDeclarationOf } from "../variables.ts";
import { initializedNames } from "./initialized-names.ts";

/**
 * Finds variables that functions may use before their declaration has run. Statements are gone through in order; what they name is followed
 * into functions and classes, since it may be called. A function that is handed on without a name counts as called at once. A variable which
 * such a function has mentioned by the time it is declared needs a guard.
 */
export function findEarly(shared: SharedContext, scope: ts.Node): ReadonlySet<ts.Symbol> {
  const known = shared.early.get(scope);
  if (known) return known;
  const found = new Set<ts.Symbol>();
  shared.early.set(scope, found);
  const search: Search = { shared, followed: new Set(), mentioned: new Set() };
  if (ts.isSourceFile(scope) && isNeededEarly(shared, scope)) followExports(search, scope);
  for (const statement of statementsOf(scope)) {
    if (ts.isFunctionDeclaration(statement)) continue;
    const note = (declaration: ts.ClassDeclaration | ts.VariableDeclaration): void => {
      for (const name of initializedNames(declaration)) {
        const symbol = symbolOf(shared, name);
        if (!symbol) continue;
        if (search.mentioned.has(symbol) || isInOtherClause(shared, scope, statement, symbol)) found.add(symbol);
      }
    };
    // What a declaration's own parts say of it after it has a value is no use before it has one.
    if (ts.isClassDeclaration(statement)) {
      note(statement);
      run(search, statement, false);
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) {
        if (declaration.initializer) run(search, declaration.initializer, false);
        note(declaration);
        if (!ts.isIdentifier(declaration.name)) run(search, declaration.name, false);
      }
    } else run(search, statement, false);
  }
  return found;
}

interface Search {
  shared: SharedContext;
  /** Functions and classes whose code has been gone through. */
  followed: Set<ts.Node>;
  /** What their code names. */
  mentioned: Set<ts.Symbol>;
}

function statementsOf(scope: ts.Node): readonly ts.Statement[] {
  if (ts.isCaseBlock(scope)) return scope.clauses.flatMap(({ statements }) => [...statements]);
  return ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isModuleBlock(scope) ? scope.statements : [];
}

/** Goes through code that runs; `inside` a function, what it names may not have been declared. */
function run(search: Search, node: ts.Node, inside: boolean): void {
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
  if (ts.isIdentifier(node)) return mention(search, node, inside);
  // A declaration's name is no use of it.
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
    if (node.initializer) run(search, node.initializer, inside);
    return;
  }
  if (ts.isClassLike(node)) return runClass(search, node, inside);
  if (ts.isFunctionDeclaration(node)) return;
  if (ts.isFunctionLike(node)) {
    if (!isNamed(node)) follow(search, node);
    return;
  }
  ts.forEachChild(node, (child) => run(search, child, inside));
}

/** Whether a function is what a constant is declared with: it runs if the constant is named. */
function isNamed(node: ts.Node): boolean {
  let value = node;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent)) value = value.parent;
  const { parent } = value;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && parent.initializer === value;
}

/** The static side of a class runs where it stands, its members if somebody names it. */
function runClass(search: Search, node: ts.ClassLikeDeclaration, inside: boolean): void {
  for (const clause of node.heritageClauses ?? []) run(search, clause, inside);
  for (const member of node.members) {
    if (member.name && ts.isComputedPropertyName(member.name)) run(search, member.name, inside);
    const isStatic = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
    if (ts.isClassStaticBlockDeclaration(member)) run(search, member.body, true);
    else if (isStatic && ts.isPropertyDeclaration(member) && member.initializer) run(search, member.initializer, true);
  }
  if (!ts.isClassDeclaration(node) && !isNamed(node)) follow(search, node);
}

/** Goes into a function's or a class's code, once. */
function follow(search: Search, node: ts.Node): void {
  if (search.followed.has(node)) return;
  search.followed.add(node);
  ts.forEachChild(node, (child) => runMember(search, child));
}

function runMember(search: Search, node: ts.Node): void {
  if (ts.isClassElement(node)) ts.forEachChild(node, (child) => run(search, child, true));
  else run(search, node, true);
}

function mention(search: Search, name: ts.Identifier, inside: boolean): void {
  const symbol = symbolOf(search.shared, name);
  const declaration = symbol && valueDeclarationOf(symbol);
  if (!symbol || !declaration || !search.shared.modules.has(declaration.getSourceFile())) return;
  if (inside) search.mentioned.add(symbol);
  if (ts.isFunctionDeclaration(declaration) || ts.isClassLike(declaration)) follow(search, declaration);
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return;
  const value = skipTransparent(declaration.initializer);
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isClassExpression(value)) follow(search, value);
}

/** All clauses of a `switch` are one scope, of which any may be where it begins. */
function isInOtherClause(shared: SharedContext, scope: ts.Node, statement: ts.Statement, symbol: ts.Symbol): boolean {
  if (!ts.isCaseBlock(scope)) return false;
  const isMentioned = (node: ts.Node): boolean =>
    ts.isIdentifier(node)
      ? symbolOf(shared, node) === symbol
      : ts.forEachChild(node, (child) => isMentioned(child) || undefined) === true;
  return scope.clauses.some((clause) => clause !== statement.parent && isMentioned(clause));
}

/** Whether a file that runs before this one refers to it, as in a cycle of imports. */
function isNeededEarly(shared: SharedContext, source: ts.SourceFile): boolean {
  const files = [...shared.modules.keys()];
  return files.slice(0, files.indexOf(source)).some((file) => imports(shared, file, source));
}

function imports({ checker }: SharedContext, file: ts.SourceFile, target: ts.SourceFile): boolean {
  return file.statements.some((statement) => {
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    return from !== undefined && checker.getSymbolAtLocation(from)?.valueDeclaration === target;
  });
}

function followExports(search: Search, source: ts.SourceFile): void {
  for (const statement of source.statements) if (ts.isFunctionDeclaration(statement)) follow(search, statement);
}
