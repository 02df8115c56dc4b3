import ts from "typescript";
import type { EditedFunction } from "../check/index.ts";
import { askedParameters, isAssignmentTarget } from "../lower/index.ts";

/** What the rest of a program can notice of a function's body besides running it, as text that can be compared. */
export type Outline = string;

/**
 * The outline of a function: what it mentions and assigns that is declared outside of it, in the order of first mention, and names of
 * properties that it assigns, and which of its parameters it takes for absent at times. Other code is checked and lowered in the same way as long as that stays the same. `undefined` for bodies with
 * parts that leave more behind, such as classes and object literals, whose types belong to the whole program.
 */
export function outlineOf(node: EditedFunction, checker: ts.TypeChecker): Outline | undefined {
  const file = node.getSourceFile();
  if (/@ts-/.test(node.getText(file))) return undefined;
  const mentions = new Set<string>();
  const properties = new Set<string>();
  let isPlain = true;
  const visit = (part: ts.Node, depth: number): void => {
    if (leavesMore(part)) isPlain = false;
    if (!isPlain || ts.isTypeNode(part)) return;
    if (isAssignmentTarget(part)) {
      if (ts.isPropertyAccessExpression(part)) properties.add(part.name.text);
      if (ts.isElementAccessExpression(part) && ts.isStringLiteralLike(part.argumentExpression))
        properties.add(part.argumentExpression.text);
    }
    if (ts.isIdentifier(part) && isMention(part)) {
      const place = placeOf(part, node, checker);
      const use = isAssignmentTarget(part) ? "set" : ts.isTypeOfExpression(part.parent) ? "typeof" : "get";
      if (place) mentions.add(`${part.text} ${use} ${depth > 0} ${place}`);
    }
    const inner = part !== node && ts.isFunctionLike(part) ? depth + 1 : depth;
    ts.forEachChild(part, (child) => visit(child, inner));
  };
  ts.forEachChild(node, (child) => visit(child, 0));
  return isPlain ? JSON.stringify([[...mentions], [...properties].sort(), askedParameters(checker, node)]) : undefined;
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

/** Where an identifier's meaning is declared; `undefined` inside of the function, and for most of the library. */
function placeOf(name: ts.Identifier, node: EditedFunction, checker: ts.TypeChecker): string | undefined {
  const found = checker.getSymbolAtLocation(name);
  const symbol = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (!declaration) return "nowhere";
  const file = declaration.getSourceFile();
  if (file.isDeclarationFile) return /^set(?:Timeout|Interval)$/.test(name.text) ? file.fileName : undefined;
  if (file !== node.getSourceFile()) return `${file.fileName} ${declaration.pos}`;
  if (declaration.pos >= node.pos && declaration.end <= node.end) return undefined;
  // What is behind the function is counted from the end of the file, for the body's length is what changes.
  return String(declaration.pos < node.end ? declaration.pos : declaration.pos - file.end);
}
