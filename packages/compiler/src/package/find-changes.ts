import ts from "typescript";

/** A change of what a variable of a file holds, or of something in it; the path leads there, with `[]` for an element. */
export interface Change {
  /** `contents`: a method has changed what is in it. */
  type: "assigned" | "contents";
  path: readonly string[];
}

/** What an expression reads of a variable. */
export interface ReadPath {
  path: readonly string[];
  /** It makes something of what is there: a count, a copy, another list. */
  isComputed: boolean;
}

/** What is known of the variables and functions of a file. */
export interface FileChanges {
  /** The variable or function at the top of the file that a name means. */
  find(name: ts.Identifier): ts.Symbol | undefined;
  /** What changes of a variable once the file has run. */
  of(symbol: ts.Symbol): readonly Change[];
  /** Whether functions get hold of what a variable holds, and so may change it; to compare it or ask how many there are changes nothing. */
  isHeld(symbol: ts.Symbol): boolean;
  /** The body of a function that changes nothing itself. */
  bodyOf(symbol: ts.Symbol): ts.Node | undefined;
}

const MUTATING: ReadonlySet<string> = new Set(
  "push pop shift unshift splice sort reverse fill copyWithin set add delete clear".split(" "),
);

/** What calls a function that it is given at once, and keeps nothing of it. */
const VISITING: ReadonlySet<string> = new Set(
  "filter map flatMap reduce reduceRight some every find findIndex findLast findLastIndex forEach toSorted sort from groupBy".split(
    " ",
  ),
);

const COMPUTING: ReadonlySet<string> = new Set([
  ...VISITING,
  ..."slice concat includes indexOf lastIndexOf join toReversed toSpliced with flat keys values entries has get length size".split(
    " ",
  ),
]);

/** Globals that make something of what they are given. */
const COPYING = /^(?:Object\.(?:keys|values|entries|fromEntries)|Array\.from|JSON\.stringify|structuredClone|Map|Set)$/;

/** Finds what changes of a file's variables after it has run; the host assigns those of these names. */
export function findChanges(file: ts.SourceFile, checker: ts.TypeChecker, assigned: ReadonlySet<string>): FileChanges {
  const changes = new Map<ts.Symbol, Change[]>();
  const held = new Set<ts.Symbol>();
  const functions = new Map<ts.Symbol, ts.SignatureDeclaration>();
  const acting = new Set<ts.Node>();
  const find = (name: ts.Identifier): ts.Symbol | undefined => {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
    return symbol?.declarations?.some((each) => isTop(each, file)) ? symbol : undefined;
  };
  const add = (symbol: ts.Symbol, change: Change): void => {
    changes.set(symbol, [...(changes.get(symbol) ?? []), change]);
  };
  const visit = (node: ts.Node, around: readonly ts.Node[]): void => {
    if (ts.isFunctionLike(node) && !runsAtOnce(node)) around = [...around, node];
    const symbol = ts.isIdentifier(node) ? find(node) : undefined;
    if (symbol && ts.isIdentifier(node)) {
      const change = readChange(node);
      if (change) for (const each of around) acting.add(each);
      if (change && around.length > 0) add(symbol, change);
      if (around.length > 0 && !isLookedAt(node)) held.add(symbol);
      const isDeclared = node.parent === symbol.valueDeclaration;
      const definition = isDeclared ? definitionOf(node.parent) : undefined;
      if (definition) functions.set(symbol, definition);
      if (isDeclared && assigned.has(node.text)) add(symbol, { type: "assigned", path: [] });
    }
    ts.forEachChild(node, (child) => visit(child, around));
  };
  visit(file, []);
  return {
    find,
    of: (symbol) => changes.get(symbol) ?? [],
    isHeld: (symbol) => held.has(symbol) || changes.has(symbol),
    bodyOf(symbol) {
      const definition = functions.get(symbol);
      return definition && !acting.has(definition) && "body" in definition ? definition.body : undefined;
    },
  };
}

function isTop(declaration: ts.Declaration, file: ts.SourceFile): boolean {
  if (ts.isFunctionDeclaration(declaration)) return declaration.parent === file;
  return ts.isVariableDeclaration(declaration) && declaration.parent.parent.parent === file;
}

function definitionOf(declaration: ts.Node): ts.SignatureDeclaration | undefined {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}

/** Whether a function is called where it stands, such as that of `filter`. */
export function runsAtOnce(definition: ts.Node): boolean {
  const call = definition.parent;
  if (!ts.isCallExpression(call)) return false;
  const { expression: called } = call;
  return ts.isPropertyAccessExpression(called) && called !== definition && VISITING.has(called.name.text);
}

/** How an expression reads the variable that a name means. */
export function readPath(name: ts.Identifier): ReadPath {
  const { path, end } = follow(name);
  const last = path.at(-1);
  const isMethod = ts.isCallExpression(end.parent) && end.parent.expression === end;
  const reduces = last !== undefined && COMPUTING.has(last) && (isMethod || /^(?:length|size)$/.test(last));
  if (isMethod || reduces) return { path: path.slice(0, -1), isComputed: reduces };
  return { path, isComputed: isCopied(end) };
}

function isCopied(value: ts.Node): boolean {
  const { parent } = value;
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) return true;
  const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return isCall && parent.expression !== value && COPYING.test(parent.expression.getText());
}

/** The change that an expression makes of the variable that a name means. */
export function readChange(name: ts.Identifier): Change | undefined {
  const { path, end } = follow(name);
  if (isAssigned(end)) return { type: "assigned", path };
  const isMethod = ts.isCallExpression(end.parent) && end.parent.expression === end;
  const method = path.at(-1);
  if (isMethod && method !== undefined && MUTATING.has(method)) return { type: "contents", path: path.slice(0, -1) };
  return undefined;
}

function isAssigned(place: ts.Node): boolean {
  const { parent } = place;
  if (ts.isBinaryExpression(parent) && parent.left === place) {
    const { kind } = parent.operatorToken;
    return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  }
  if (ts.isDeleteExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  return isInPattern(place);
}

/** `[a, b] = …` and `({ a } = …)`. */
function isInPattern(place: ts.Node): boolean {
  let node = place.parent;
  while (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node)
  ) {
    const { parent } = node;
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return parent.left === node;
    node = parent;
  }
  return false;
}

/** The properties that an expression goes on to read of a name, and where they end. */
function follow(name: ts.Node): { path: string[]; end: ts.Node } {
  const path: string[] = [];
  let end = name;
  for (;;) {
    const { parent } = end;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === end) path.push(parent.name.text);
    else if (ts.isElementAccessExpression(parent) && parent.expression === end) path.push("[]");
    else if (!ts.isNonNullExpression(parent) && !ts.isParenthesizedExpression(parent)) return { path, end };
    end = parent;
  }
}

/** Whether what a name means goes no further than into a comparison, a sum or a text. */
function isLookedAt(name: ts.Identifier): boolean {
  const { path, end } = follow(name);
  if (/^(?:length|size)$/.test(path.at(-1) ?? "") && !isAssigned(end)) return true;
  const { parent } = end;
  return (ts.isBinaryExpression(parent) && !isAssigned(end) && isPlain(parent)) || ts.isTemplateSpan(parent);
}

function isPlain({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind !== ts.SyntaxKind.CommaToken && (kind < ts.SyntaxKind.FirstAssignment || kind > ts.SyntaxKind.LastAssignment)
  );
}
