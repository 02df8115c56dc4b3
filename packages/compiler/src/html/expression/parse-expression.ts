import type { BinaryOperator } from "@rune/schema";
import { expressionMissing, expressionTooDeep, mixedOperators } from "./messages.ts";
import type { CallNode, ExpressionNode, UncountedNode } from "./ast.ts";
import { listChildren } from "./ast.ts";
import { ExpressionFailure } from "./failure.ts";
import { methodCall, optionalCall, refuseToken, unsafeName } from "./refusals.ts";
import { findRefusedSyntax } from "./refused-syntax.ts";
import { readTemplatePart } from "./template-part.ts";
import { readToken } from "./tokenize.ts";
import type { Token } from "./tokenize.ts";

/**
 * Recursive descent with precedence climbing, after the expression grammar of ECMAScript, less everything that a view
 * may not do. Tokens are read on demand, because what `}` means depends on the template literal around it.
 */

/** Deepest nesting of an expression; a loader refuses JSON that nests much deeper. */
export const MAX_EXPRESSION_DEPTH = 200;

interface BinaryRule {
  operator: BinaryOperator;
  precedence: number;
}

const binaryRules: Readonly<Record<string, BinaryRule>> = {
  "??": { operator: "??", precedence: 1 },
  "||": { operator: "||", precedence: 2 },
  "&&": { operator: "&&", precedence: 3 },
  "==": { operator: "==", precedence: 4 },
  "===": { operator: "==", precedence: 4 },
  "!=": { operator: "!=", precedence: 4 },
  "!==": { operator: "!=", precedence: 4 },
  "<": { operator: "<", precedence: 5 },
  "<=": { operator: "<=", precedence: 5 },
  ">": { operator: ">", precedence: 5 },
  ">=": { operator: ">=", precedence: 5 },
  "+": { operator: "+", precedence: 6 },
  "-": { operator: "-", precedence: 6 },
  "*": { operator: "*", precedence: 7 },
  "/": { operator: "/", precedence: 7 },
  "%": { operator: "%", precedence: 7 },
};
const unaryOperators: Readonly<Record<string, "not" | "negate" | "number">> = {
  "!": "not",
  "-": "negate",
  "+": "number",
};
const literals: ReadonlyMap<string, null | boolean | undefined> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
]);

interface Parser {
  text: string;
  token: Token;
  /** End of the token before. */
  lastEnd: number;
  depth: number;
}

/** Parses a whole text as one expression. Throws an `ExpressionFailure`. */
export function parseExpression(text: string): ExpressionNode {
  const parser: Parser = { text, token: readToken(text, 0), lastEnd: 0, depth: 0 };
  if (isAtEnd(parser)) throw new ExpressionFailure(expressionMissing(), 0, text.length);
  const node = parseConditional(parser);
  if (!isAtEnd(parser)) throw refuseToken(parser.text, parser.token, "an operator or the end");
  return node;
}

/** Parses text with `${…}` parts, without the quotes of a template literal. Throws an `ExpressionFailure`. */
export function parseTemplateText(text: string): ExpressionNode {
  const parser: Parser = { text, token: { type: "end", text: "", start: 0, end: 0 }, lastEnd: 0, depth: 0 };
  return parseTemplate(parser, 0, 0, undefined);
}

function advance(parser: Parser): void {
  parser.lastEnd = parser.token.end;
  parser.token = readToken(parser.text, parser.token.end);
}

function isAtEnd(parser: Parser): boolean {
  return parser.token.type === "end";
}

function isSign(parser: Parser, text: string): boolean {
  return parser.token.type === "sign" && parser.token.text === text;
}

function accept(parser: Parser, text: string): boolean {
  const accepted = isSign(parser, text);
  if (accepted) advance(parser);
  return accepted;
}

function expect(parser: Parser, text: string): void {
  if (!accept(parser, text)) throw refuseToken(parser.text, parser.token, `\`${text}\``);
}

function count(node: UncountedNode): ExpressionNode {
  const depth = 1 + Math.max(0, ...listChildren(node).map((child) => child.depth));
  if (depth > MAX_EXPRESSION_DEPTH) throw tooDeep(node.start, node.end);
  return { ...node, depth };
}

function tooDeep(start: number, end: number): ExpressionFailure {
  return new ExpressionFailure(expressionTooDeep(MAX_EXPRESSION_DEPTH), start, end);
}

function nest<T>(parser: Parser, parse: () => T): T {
  if (parser.depth >= MAX_EXPRESSION_DEPTH) throw tooDeep(parser.token.start, parser.token.end);
  parser.depth++;
  const result = parse();
  parser.depth--;
  return result;
}

function parseConditional(parser: Parser): ExpressionNode {
  return nest(parser, () => {
    const condition = parseBinary(parser, 1);
    if (!accept(parser, "?")) return condition;
    const yes = parseConditional(parser);
    expect(parser, ":");
    const no = parseConditional(parser);
    return count({ type: "conditional", condition, yes, no, start: condition.start, end: no.end });
  });
}

function parseBinary(parser: Parser, lowest: number): ExpressionNode {
  let left = parseUnary(parser);
  for (;;) {
    const sign = parser.token;
    const rule = sign.type === "sign" && Object.hasOwn(binaryRules, sign.text) ? binaryRules[sign.text] : undefined;
    if (!rule || rule.precedence < lowest) return left;
    advance(parser);
    const right = parseBinary(parser, rule.precedence + 1);
    const { operator } = rule;
    if (isMixed(operator, left) || isMixed(operator, right)) {
      throw new ExpressionFailure(mixedOperators(), sign.start, sign.end);
    }
    left = count({ type: "binary", operator, left, right, start: left.start, end: right.end });
  }
}

/** JavaScript refuses `a ?? b || c` too: nobody remembers which goes first. */
function isMixed(operator: BinaryOperator, operand: ExpressionNode): boolean {
  if (operand.type !== "binary" || operand.grouped) return false;
  const isLogical = (each: BinaryOperator): boolean => each === "&&" || each === "||";
  return operator === "??" ? isLogical(operand.operator) : isLogical(operator) && operand.operator === "??";
}

function parseUnary(parser: Parser): ExpressionNode {
  const { token } = parser;
  const operator =
    token.type === "sign" && Object.hasOwn(unaryOperators, token.text) ? unaryOperators[token.text] : undefined;
  if (!operator) return parsePostfix(parser);
  advance(parser);
  const operand = nest(parser, () => parseUnary(parser));
  return count({ type: "unary", operator, operand, start: token.start, end: operand.end });
}

function parsePostfix(parser: Parser): ExpressionNode {
  let node = parsePrimary(parser);
  for (;;) {
    if (isSign(parser, ".") || isSign(parser, "?.")) {
      const isOptional = isSign(parser, "?.");
      const { start } = parser.token;
      advance(parser);
      if (isOptional && isSign(parser, "(")) throw optionalCall(start, parser.token.end);
      node = isOptional && isSign(parser, "[") ? parseIndex(parser, node) : parseMember(parser, node);
    } else if (isSign(parser, "[")) node = parseIndex(parser, node);
    else if (isSign(parser, "(")) node = parseCall(parser, node);
    else return node;
  }
}

function parseMember(parser: Parser, object: ExpressionNode): ExpressionNode {
  const { token } = parser;
  if (token.type !== "name") throw refuseToken(parser.text, token, "a property name");
  advance(parser);
  return createMember(object, token.text, token, token.end);
}

function parseIndex(parser: Parser, object: ExpressionNode): ExpressionNode {
  expect(parser, "[");
  const key = parseConditional(parser);
  expect(parser, "]");
  if (key.type === "literal" && typeof key.value === "string") {
    return createMember(object, key.value, key, parser.lastEnd);
  }
  return count({ type: "index", object, key, start: object.start, end: parser.lastEnd });
}

function createMember(
  object: ExpressionNode,
  name: string,
  { start, end }: { start: number; end: number },
  nodeEnd: number,
): ExpressionNode {
  const unsafe = unsafeName(name, start, end);
  if (unsafe) throw unsafe;
  return count({ type: "member", object, name, nameSpan: { start, end }, start: object.start, end: nodeEnd });
}

function parseCall(parser: Parser, callee: ExpressionNode): ExpressionNode {
  if (callee.type !== "name" || callee.grouped) throw methodCall(parser.text, callee);
  expect(parser, "(");
  const list: ExpressionNode[] = [];
  while (!isSign(parser, ")")) {
    list.push(parseConditional(parser));
    if (!isSign(parser, ")")) expectInList(parser);
  }
  expect(parser, ")");
  const span = { start: callee.start, end: callee.end };
  const call: Omit<CallNode, "depth"> = {
    type: "call",
    callee: callee.name,
    calleeSpan: span,
    arguments: list,
    start: callee.start,
    end: parser.lastEnd,
  };
  return count(call);
}

function expectInList(parser: Parser): void {
  if (!accept(parser, ",")) throw refuseToken(parser.text, parser.token, "`,` or `)`");
}

function parsePrimary(parser: Parser): ExpressionNode {
  const { token } = parser;
  const { start, end } = token;
  if (token.type === "number" || token.type === "string") {
    advance(parser);
    return count({ type: "literal", value: token.value, start, end });
  }
  if (token.type === "name") return parseName(parser, token.text);
  if (isSign(parser, "(")) return parseGroup(parser);
  if (isSign(parser, "`")) return nest(parser, () => parseTemplate(parser, start, end, "`"));
  throw refuseToken(parser.text, token, "a value");
}

function parseName(parser: Parser, name: string): ExpressionNode {
  const { token } = parser;
  const { start, end } = token;
  if (findRefusedSyntax(name)) throw refuseToken(parser.text, token, "a value");
  advance(parser);
  if (literals.has(name)) return count({ type: "literal", value: literals.get(name), start, end });
  const unsafe = unsafeName(name, start, end);
  if (unsafe) throw unsafe;
  return count({ type: "name", name, start, end });
}

function parseGroup(parser: Parser): ExpressionNode {
  expect(parser, "(");
  const inner = parseConditional(parser);
  expect(parser, ")");
  return { ...inner, grouped: true };
}

/** Reads parts up to the closing quote, or to the end of the text when there is none. */
function parseTemplate(parser: Parser, start: number, from: number, quote: "`" | undefined): ExpressionNode {
  const parts: ExpressionNode[] = [];
  let at = from;
  for (;;) {
    const part = readTemplatePart(parser.text, at, quote, start);
    if (part.value !== "") parts.push(count({ type: "literal", value: part.value, start: at, end: part.end }));
    if (part.isLast) {
      parser.token = { type: "sign", text: "`", start: part.end, end: part.next };
      if (quote) advance(parser);
      return count({ type: "text", parts, start, end: part.next });
    }
    parser.token = readToken(parser.text, part.next);
    if (isSign(parser, "}")) throw new ExpressionFailure(expressionMissing(), part.end, parser.token.end);
    parts.push(parseConditional(parser));
    if (!isSign(parser, "}")) throw refuseToken(parser.text, parser.token, "`}`");
    at = parser.token.end;
  }
}
