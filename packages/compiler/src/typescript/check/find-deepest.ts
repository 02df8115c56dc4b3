import ts from "typescript";
import { MAX_BRACKETS } from "./find-too-deep.ts";
import type { NamedText, Place } from "./place.ts";
import { placeOf } from "./place.ts";

/** What nests, and how deeply. */
interface Deepest {
  depth: number;
  file: NamedText;
  /** Where it starts. */
  start: number;
}

/**
 * Finds what nests most in some texts: the statement, or in a text that is too deep for the parser, the bracket. `undefined` if nothing does.
 * It works without recursion, as it is asked when the stack has not sufficed.
 */
export function findDeepest(files: Iterable<NamedText>): Place | undefined {
  let deepest: Deepest | undefined;
  for (const file of files) {
    const found = deepestOf(file);
    if (found && found.depth > (deepest?.depth ?? 0)) deepest = found;
  }
  return deepest && placeOf(deepest.file, deepest.start, deepest.start + 1);
}

function deepestOf(file: NamedText): Deepest | undefined {
  try {
    return deepestStatement(ts.createSourceFile(file.fileName, file.text, ts.ScriptTarget.ES2023));
  } catch (error) {
    // Not even the parser has enough stack, so that there are only tokens to look at.
    if (error instanceof RangeError) return deepestBracket(file);
    throw error;
  }
}

/** The statement around the node with the most nodes around it; rows of operators count, as they are trees for those who walk them. */
function deepestStatement(file: ts.SourceFile): Deepest | undefined {
  let deepest: Deepest | undefined;
  const waiting: { node: ts.Node; statement: ts.Node; depth: number }[] = [{ node: file, statement: file, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    const statement = ts.isStatement(node) && !ts.isBlock(node) ? node : next.statement;
    if (depth > (deepest?.depth ?? 0)) deepest = { depth, file, start: statement.getStart(file) };
    ts.forEachChild(node, (child) => void waiting.push({ node: child, statement, depth: depth + 1 }));
  }
  return deepest;
}

const opening: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.OpenBraceToken,
  ts.SyntaxKind.OpenBracketToken,
  ts.SyntaxKind.OpenParenToken,
  ts.SyntaxKind.TemplateHead,
]);

const closing: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CloseBraceToken,
  ts.SyntaxKind.CloseBracketToken,
  ts.SyntaxKind.CloseParenToken,
]);

/** The first bracket in more others than can be compiled; without one, it is not the brackets that are wrong with the text. */
function deepestBracket(file: NamedText): Deepest | undefined {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2023, true, ts.LanguageVariant.Standard, file.text);
  let depth = 0;
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (opening.has(token)) depth++;
    else if (closing.has(token) && depth > 0) depth--;
    if (depth > MAX_BRACKETS) return { depth, file, start: scanner.getTokenStart() };
  }
  return undefined;
}
