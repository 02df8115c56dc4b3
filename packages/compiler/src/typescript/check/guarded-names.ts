import ts from "typescript";

/** TypeScript's errors about names that nothing declares. */
const unknownNames: ReadonlySet<number> = new Set([
  2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2867, 2868,
]);

const known = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** Names that a file asks about by `typeof name`, so that it works where nothing has them. */
export function guardedNames(file: ts.SourceFile): ReadonlySet<string> {
  const found = known.get(file);
  if (found) return found;
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeOfExpression(node) && ts.isIdentifier(node.expression)) names.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  known.set(file, names);
  return names;
}

/**
 * TypeScript's errors without those that a file expects: about names behind `typeof name` that nothing declares, such as `window`, and about code
 * that only runs where there is such a name.
 */
export function withoutGuarded(found: readonly ts.Diagnostic[]): ts.Diagnostic[] {
  const others = found.filter((each) => missingName(each) === undefined);
  if (others.length === found.length) return others;
  const missing = new Map<ts.SourceFile, Set<string>>();
  for (const each of found) {
    const name = missingName(each);
    if (name === undefined || !each.file) continue;
    const names = missing.get(each.file) ?? new Set();
    missing.set(each.file, names.add(name));
  }
  const skipped = new Map([...missing].map(([file, names]) => [file, findGuarded(file, names)]));
  return others.filter(({ file, start = 0 }) => {
    const nodes = file && skipped.get(file);
    return !nodes?.some((node) => node.pos <= start && start < node.end);
  });
}

/** The name that an error is about, if nothing declares it and the file itself expects that. */
function missingName({ code, file, start, length }: ts.Diagnostic): string | undefined {
  if (!unknownNames.has(code) || !file || start === undefined) return undefined;
  const name = file.text.slice(start, start + (length ?? 0));
  return guardedNames(file).has(name) ? name : undefined;
}

/** Code that only runs where one of these names is there. */
function findGuarded(file: ts.SourceFile, names: ReadonlySet<string>): ts.Node[] {
  const guarded: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && asksForAny(node.expression, names)) guarded.push(node.thenStatement);
    else if (ts.isConditionalExpression(node) && asksForAny(node.condition, names)) guarded.push(node.whenTrue);
    else if (isAnd(node) && asksForAny(node.left, names)) guarded.push(node.right);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return guarded;
}

/** Whether a condition only holds where one of these names is there: `typeof name !== "undefined"`, alone or with others. */
function asksForAny(condition: ts.Expression, names: ReadonlySet<string>): boolean {
  if (ts.isParenthesizedExpression(condition)) return asksForAny(condition.expression, names);
  if (isAnd(condition)) return asksForAny(condition.left, names) || asksForAny(condition.right, names);
  if (!ts.isBinaryExpression(condition)) return false;
  const { left, operatorToken, right } = condition;
  const isUnequal =
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken;
  const isEqual =
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken;
  const [asked, type] = ts.isTypeOfExpression(left) ? [left, right] : [right, left];
  if (!ts.isTypeOfExpression(asked) || !ts.isIdentifier(asked.expression) || !ts.isStringLiteralLike(type))
    return false;
  return names.has(asked.expression.text) && (type.text === "undefined" ? isUnequal : isEqual);
}

function isAnd(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}
