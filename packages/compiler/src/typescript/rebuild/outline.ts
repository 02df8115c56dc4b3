import ts from "typescript";
import type { CheckedProgram, EditedFunction } from "../check/index.ts";
import type { CheckedContext } from "../lower/index.ts";
import { askedParameters, askedProperties, findAssignments, isAssignmentTarget } from "../lower/index.ts";

/** What the rest of a program can notice of a function's body besides running it, as text that can be compared. */
export type Outline = string;

/**
 * The outline of a function: what it mentions that is declared outside of it, in the order of first mention, what it assigns there, and which
 * of its parameters, and of the properties of objects, it takes for absent at times. Other code is checked and lowered in the same way as long as that stays the same. `undefined`
 * for bodies with parts that leave more behind, such as classes and object literals, whose types belong to the whole program.
 */
export function outlineOf(node: EditedFunction, { checker, files }: CheckedProgram): Outline | undefined {
  if (/@ts-/.test(node.getSourceFile().getText())) return undefined;
  const mentions = new Set<string>();
  let isPlain = true;
  const visit = (part: ts.Node, depth: number): void => {
    if (leavesMore(part)) isPlain = false;
    if (!isPlain || ts.isTypeNode(part)) return;
    // Programs with timers have one export more, however they come by them.
    if (ts.isIdentifier(part) && /^set(?:Timeout|Interval)$/.test(part.text)) mentions.add("timer");
    if (ts.isIdentifier(part) && isMention(part)) {
      const place = placeOf(symbolAt(part, checker), node);
      const use = isAssignmentTarget(part) ? "set" : ts.isTypeOfExpression(part.parent) ? "typeof" : "get";
      if (place) mentions.add(`${part.text} ${use} ${depth > 0} ${place}`);
    }
    const inner = part !== node && ts.isFunctionLike(part) ? depth + 1 : depth;
    ts.forEachChild(part, (child) => visit(child, inner));
  };
  ts.forEachChild(node, (child) => visit(child, 0));
  const asked = [askedParameters(checker, node), [...askedProperties(checker, node)].map(String).sort()];
  return isPlain
    ? JSON.stringify([[...mentions], assignmentsIn(node, { checker, modules: new Set(files) }), asked])
    : undefined;
}

/** What a function assigns, as lowering collects it of the whole program. */
function assignmentsIn(node: EditedFunction, context: CheckedContext): unknown {
  const { variables, properties, anyProperty, getters, guards } = findAssignments(context, [node]);
  const outer = [...variables].flatMap(([symbol, scopes]) => {
    const place = placeOf(symbol, node);
    return place ? [`${place} ${scopes.has(node)} ${scopes.size > (scopes.has(node) ? 1 : 0)}`] : [];
  });
  return [outer.sort(), [...properties].sort(), anyProperty, [...getters].sort(), guards];
}

function leavesMore(node: ts.Node): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.ClassDeclaration:
    case ts.SyntaxKind.ClassExpression:
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.ObjectLiteralExpression:
    case ts.SyntaxKind.EnumDeclaration:
    case ts.SyntaxKind.TypePredicate:
    case ts.SyntaxKind.InstanceOfKeyword:
    case ts.SyntaxKind.ImportKeyword:
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration:
      return true;
    default:
      return (
        node.kind === ts.SyntaxKind.AsyncKeyword || (ts.isFunctionExpression(node) && node.asteriskToken !== undefined)
      );
  }
}

/** Whether an identifier names a variable, and is not the name of a property or label. */
function isMention(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return !ts.isLabeledStatement(parent) && !ts.isBreakOrContinueStatement(parent);
}

/** What a name stands for. */
function symbolAt(name: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const found = checker.getSymbolAtLocation(name);
  return found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
}

/** Where a symbol is declared; `undefined` inside of the function, and for the library. */
function placeOf(symbol: ts.Symbol | undefined, node: EditedFunction): string | undefined {
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (!declaration) return "nowhere";
  const file = declaration.getSourceFile();
  if (file.isDeclarationFile) return undefined;
  if (file !== node.getSourceFile()) return `${file.fileName} ${declaration.pos}`;
  if (declaration.pos >= node.pos && declaration.end <= node.end) return undefined;
  // What is behind the function is counted from the end of the file, for the body's length is what changes.
  return String(declaration.pos < node.end ? declaration.pos : declaration.pos - file.end);
}
