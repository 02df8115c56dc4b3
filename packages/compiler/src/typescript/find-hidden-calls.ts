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
    const symbol = exported.get(name);
    const call = symbol && findCall(symbol, place, { checker, files, reached: new Set(), calls: [] });
    if (call) hidden.set(name, describe(call, checker));
  }
  return hidden;
}

function findCall(symbol: ts.Symbol, place: Position, walk: Walk): ts.CallExpression | undefined {
  // Most functions change something themselves; to follow what they call takes far longer.
  const own = findPlace(bodiesOf(symbol, walk), place);
  if (own) return findCallAt(own.body, own.offset, walk.checker);
  follow(symbol, walk);
  return findCause([...walk.reached], walk.calls, place);
}

/** The call of something of type `any` that begins at an offset. */
function findCallAt(node: ts.Node, offset: number, checker: ts.TypeChecker): ts.CallExpression | undefined {
  if (ts.isCallExpression(node) && node.getStart() === offset && isAny(node.expression, checker)) return node;
  return ts.forEachChild(node, (child) => {
    return child.pos <= offset && offset < child.end ? findCallAt(child, offset, checker) : undefined;
  });
}

/** The call that leads to a place of which the known functions say nothing, or that is there itself. */
function findCause(
  reached: readonly ts.Node[],
  calls: readonly ts.CallExpression[],
  place: Position,
): ts.CallExpression | undefined {
  const found = findPlace(reached, place);
  if (!found) return calls[0];
  const source = found.body.getSourceFile();
  return calls.find((call) => call.getSourceFile() === source && call.getStart() === found.offset);
}

/** Which of some bodies a place is in, and where in its file that is. */
function findPlace(
  bodies: readonly ts.Node[],
  { file, line, column }: Position,
): { body: ts.Node; offset: number } | undefined {
  const here = bodies.filter((each) => each.getSourceFile().fileName === file);
  const offset = here[0]?.getSourceFile().getPositionOfLineAndCharacter(line - 1, column - 1);
  if (offset === undefined) return undefined;
  const body = here.find(({ pos, end }) => pos <= offset && offset < end);
  return body && { body, offset };
}

interface Walk extends Pick<CheckedProgram, "checker" | "files"> {
  /** Functions whose bodies have been walked through. */
  reached: Set<ts.Node>;
  /** Calls of what is `any`. */
  calls: ts.CallExpression[];
}

/** Walks through a function of the author's, and those that it names. */
function follow(symbol: ts.Symbol, walk: Walk): void {
  for (const body of bodiesOf(symbol, walk)) {
    if (walk.reached.has(body)) continue;
    walk.reached.add(body);
    ts.forEachChild(body, (child) => visit(child, walk));
  }
}

/** The author's functions that a name may mean. */
function bodiesOf(symbol: ts.Symbol, { checker, files }: Pick<Walk, "checker" | "files">): ts.Node[] {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const bodies = (target.declarations ?? []).map((each) => (ts.isVariableDeclaration(each) ? each.initializer : each));
  return bodies.filter((body): body is ts.Expression => {
    return body !== undefined && ts.isFunctionLike(body) && files.includes(body.getSourceFile());
  });
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
