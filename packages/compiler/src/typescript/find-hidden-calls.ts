import { createPositions } from "@rune/schema";
import ts from "typescript";
import type { CheckedProgram } from "./check/index.ts";
import type { Position } from "./ir/index.ts";

/** Something of type `any`, through which a function calls what nobody can tell. */
export interface HiddenCall extends Position {
  /** What it is, as the author wrote it. */
  text: string;
}

/**
 * Finds out why exported functions change something that plainly do not: they call a function through `any`, which then may be every one that there is.
 * `effects` are the places where something changes. Of a function that leads there by calls that TypeScript knows, nothing is found.
 */
export function findHiddenCalls(
  { checker, files }: Pick<CheckedProgram, "checker" | "files">,
  entry: ts.SourceFile,
  effects: ReadonlyMap<string, Position>,
): ReadonlyMap<string, HiddenCall> {
  const hidden = new Map<string, HiddenCall>();
  const module = effects.size > 0 ? checker.getSymbolAtLocation(entry) : undefined;
  if (!module) return hidden;
  const exported = new Map(checker.getExportsOfModule(module).map((each) => [each.name, each]));
  for (const [name, place] of effects) {
    const reached = new Set<ts.Node>();
    const calls: ts.CallExpression[] = [];
    const symbol = exported.get(name);
    if (symbol) follow(symbol, { checker, files, reached, calls });
    const call = findCause([...reached], calls, place);
    if (call) hidden.set(name, describe(call, checker));
  }
  return hidden;
}

/** The call that leads to a place of which the known functions say nothing, or that is there itself. */
function findCause(
  reached: readonly ts.Node[],
  calls: readonly ts.CallExpression[],
  { file, line, column }: Position,
): ts.CallExpression | undefined {
  const source = reached.map((each) => each.getSourceFile()).find(({ fileName }) => fileName === file);
  const offset = source?.getPositionOfLineAndCharacter(line - 1, column - 1);
  const isReached = reached.some(
    (each) => each.getSourceFile() === source && offset !== undefined && each.pos <= offset && offset < each.end,
  );
  const here = (call: ts.CallExpression): boolean => call.getSourceFile() === source && call.getStart() === offset;
  return isReached ? calls.find(here) : calls[0];
}

interface Walk extends Pick<CheckedProgram, "checker" | "files"> {
  /** Functions whose bodies have been walked through. */
  reached: Set<ts.Node>;
  /** Calls of what is `any`. */
  calls: ts.CallExpression[];
}

/** Walks through a function of the author's, and those that it names. */
function follow(symbol: ts.Symbol, walk: Walk): void {
  const { checker, files, reached } = walk;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const declaration of target.declarations ?? []) {
    const body = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    if (!body || !ts.isFunctionLike(body) || reached.has(body) || !files.includes(body.getSourceFile())) continue;
    reached.add(body);
    ts.forEachChild(body, (child) => visit(child, walk));
  }
}

function visit(node: ts.Node, walk: Walk): void {
  if (ts.isTypeNode(node)) return;
  if (ts.isCallExpression(node) && isAny(node.expression, walk.checker)) walk.calls.push(node);
  const symbol = ts.isIdentifier(node) ? walk.checker.getSymbolAtLocation(node) : undefined;
  if (symbol) follow(symbol, walk);
  ts.forEachChild(node, (child) => visit(child, walk));
}

function isAny(node: ts.Node, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0;
}

/** The `any` that the others come from. */
function describe({ expression }: ts.CallExpression, checker: ts.TypeChecker): HiddenCall {
  let found: ts.Expression = expression;
  for (let inner: ts.Expression | undefined = expression; inner; inner = innerOf(inner)) {
    if (isAny(inner, checker)) found = inner;
  }
  const file = found.getSourceFile();
  const { line, column } = createPositions(file.text)(found.getStart());
  return { file: file.fileName, line, column, text: found.getText() };
}

function innerOf(node: ts.Expression): ts.Expression | undefined {
  if (ts.isAsExpression(node)) return undefined;
  const isAround =
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isParenthesizedExpression(node);
  return isAround ? node.expression : undefined;
}
