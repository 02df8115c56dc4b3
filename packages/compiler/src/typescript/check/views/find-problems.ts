import ts from "typescript";
import type { ViewFinding, ViewProblem } from "../../../html/index.ts";
import { describeArgument, findPartlyRight } from "./argument.ts";
import { shortenMessage } from "../hints.ts";
import { findNode, isUnknown, partsOf } from "./nodes.ts";
import { describeMethod, describeMissing } from "./property.ts";

/**
 * What is wrong with a view, of what TypeScript says of its text. Views are more lenient than TypeScript: a path over nothing gives nothing,
 * and one that only some of the values have gives nothing of the others. Names that nobody knows are reported where views are compiled.
 */
export function findProblems(
  file: ts.SourceFile,
  diagnostics: readonly ts.Diagnostic[],
  checker: ts.TypeChecker,
): ViewFinding[] {
  const found: ViewFinding[] = [];
  const add = (node: ts.Node, problem: ViewProblem | undefined): void => {
    if (problem) found.push({ start: node.getStart(file), end: node.end, ...problem });
  };
  for (const { code, start, length, messageText } of diagnostics) {
    const kind = kinds.get(code);
    if (!kind || start === undefined) continue;
    const node = findNode(file, start, start + (length ?? 0));
    add(...describe(kind, node, { checker, code, messageText }));
  }
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) add(node.name, describeMethod(node, checker));
    if (ts.isCallExpression(node) && isCalled(node, "$key"))
      add(node.arguments[0]!, describeKey(node.arguments[0]!, checker));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

type Kind = "property" | "argument" | "comparison" | "operand" | "value";

/** What TypeScript's messages are about, by their number; others are not about views. */
const kinds: ReadonlyMap<number, Kind> = new Map(
  (
    [
      ["property", [2339, 2551, 2550, 2568, 2576, 2493, 7053]],
      ["argument", [2345, 2769]],
      ["comparison", [2367]],
      ["operand", [2362, 2363, 2365]],
      ["value", [2322, 2353, 2561, 2739, 2740, 2741]],
    ] as const
  ).flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const)),
);

interface Facts extends Pick<ts.Diagnostic, "code" | "messageText"> {
  checker: ts.TypeChecker;
}

/** The problem, and the node that it is shown at. */
function describe(
  kind: Kind,
  node: ts.Node,
  { checker, code, messageText }: Facts,
): [ts.Node, ViewProblem | undefined] {
  switch (kind) {
    case "property":
      return [node, describeMissing(node, checker)];
    case "argument":
      return describeCall(node, checker, messageText);
    case "comparison":
      return describeComparison(node, checker);
    case "operand":
      return [node, describeOperand(node, checker)];
    case "value":
      return [node, describeProp(node, checker) ?? describeValue(code, messageText)];
  }
}

function describeCall(
  node: ts.Node,
  checker: ts.TypeChecker,
  messageText: ts.Diagnostic["messageText"],
): [ts.Node, ViewProblem | undefined] {
  let argument = node;
  while (!(ts.isCallExpression(argument.parent) && argument.parent.expression !== argument)) {
    if (ts.isCallExpression(argument)) return [node, describeArgument(argument, undefined, checker, messageText)];
    if (ts.isSourceFile(argument.parent)) return [node, undefined];
    argument = argument.parent;
  }
  const call = argument.parent;
  if (!isCalled(call, "$rows"))
    return [argument, describeArgument(call, argument as ts.Expression, checker, messageText)];
  const type = checker.getTypeAtLocation(argument);
  const isRecord = (type.flags & ts.TypeFlags.Object) !== 0 && checker.getIndexInfosOfType(type).length > 0;
  return [argument, isUnknown(type) ? undefined : { type: "list", given: checker.typeToString(type), isRecord }];
}

/** What fields give, by the name that stands for it. */
const entered: Readonly<Record<string, string>> = {
  $text: "text",
  $check: "`true` or `false`",
  $list: "a list of texts",
  $files: "a list of files",
};

function describeComparison(node: ts.Node, checker: ts.TypeChecker): [ts.Node, ViewProblem | undefined] {
  if (!ts.isBinaryExpression(node)) return [node, undefined];
  const { left, right } = node;
  const given = checker.typeToString(checker.getTypeAtLocation(left));
  const field = ts.isIdentifier(right) ? entered[right.text] : undefined;
  if (field !== undefined) return [left, { type: "model", given, entered: field }];
  const option = skipGroups(right);
  if (ts.isAsExpression(option) && option.expression.getText() === "$option")
    return [right, describeOption(left, option.type, checker)];
  const text = [left, right].map(skipGroups).find(ts.isStringLiteral)?.text;
  const texts = [left, right].flatMap((each) => listTexts(checker.getTypeAtLocation(each)));
  const types = { left: given, right: checker.typeToString(checker.getTypeAtLocation(right)) };
  return [
    node,
    { type: "comparison", ...types, ...(text !== undefined && { text }), texts: texts.filter((each) => each !== text) },
  ];
}

/** What can be chosen of a text; a field that gives none at all is another problem. */
function describeOption(place: ts.Expression, type: ts.TypeNode, checker: ts.TypeChecker): ViewProblem | undefined {
  const taken = checker.getTypeAtLocation(place);
  const isText = partsOf(taken).some(({ flags }) => flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike));
  const [text] = listTexts(checker.getTypeFromTypeNode(type));
  return isText && text !== undefined
    ? { type: "option", text, given: checker.typeToString(taken), texts: listTexts(taken) }
    : undefined;
}

function skipGroups(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? skipGroups(node.expression) : node;
}

function listTexts(type: ts.Type): string[] {
  return partsOf(type).flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
}

function describeOperand(node: ts.Node, checker: ts.TypeChecker): ViewProblem {
  const print = (each: ts.Node): string => checker.typeToString(checker.getTypeAtLocation(each));
  const given = ts.isBinaryExpression(node)
    ? `${print(node.left)} ${node.operatorToken.getText()} ${print(node.right)}`
    : print(node);
  return { type: "operand", given };
}

/** A value that a component is given; `undefined` for other values. */
function describeProp(node: ts.Node, checker: ts.TypeChecker): ViewProblem | undefined {
  const property = node.parent;
  if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.name)) return undefined;
  const call = property.parent.parent;
  if (!ts.isCallExpression(call) || !/^\$use\d+$/.test(call.expression.getText())) return undefined;
  const wanted = checker.getContextualType(property.initializer);
  if (!wanted) return undefined;
  const type = checker.getTypeAtLocation(property.initializer);
  const present = checker.getNonNullableType(wanted);
  const mayBe = findPartlyRight(type, present, checker);
  const [expected, given] = [present, type].map((each) => checker.typeToString(each)) as [string, string];
  return { type: "prop", name: property.name.text, expected, given, ...(mayBe && { mayBe }) };
}

function describeValue(code: number, messageText: ts.Diagnostic["messageText"]): ViewProblem {
  const [reason = ""] = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n");
  return { type: "value", reason: shortenMessage(reason), isExcess: code === 2353 || code === 2561 };
}

function describeKey(key: ts.Expression, checker: ts.TypeChecker): ViewProblem | undefined {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(key));
  const isObject = partsOf(type).some(({ flags }) => (flags & ts.TypeFlags.Object) !== 0);
  return isObject ? { type: "key", given: checker.typeToString(type) } : undefined;
}

function isCalled({ expression }: ts.CallExpression, name: string): boolean {
  return ts.isIdentifier(expression) && expression.text === name;
}
