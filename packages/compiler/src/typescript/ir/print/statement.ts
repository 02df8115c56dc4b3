import type { Statement, StatementOf } from "../statements.ts";
import { printClass } from "./class.ts";
import { printExpression } from "./expression.ts";
import { printFunction } from "./function.ts";
import type { Printer } from "./printer.ts";
import { braces, indent } from "./printer.ts";

type Printers = { [Type in Statement["type"]]: (printer: Printer, node: StatementOf<Type>) => string };

/** Prints a statement, on lines of its own. */
export function printStatement(printer: Printer, node: Statement): string {
  return (printers[node.type] as (printer: Printer, node: Statement) => string)(printer, node);
}

function printBlock(printer: Printer, body: readonly Statement[]): string {
  return braces(body.map((each) => printStatement(printer, each)));
}

const printers: Printers = {
  expression: (p, { expression }) => printExpression(p, expression),
  declare: (p, { variable, value }) =>
    `${variable.kind} ${p.variable(variable)}${value ? ` = ${printExpression(p, value)}` : ""}`,
  declareFunction: (p, node) => `declare ${p.variable(node.variable)} = ${printFunction(p, node.function)}`,
  declareClass: (p, node) => `declare ${p.variable(node.variable)} = ${printClass(p, node.class)}`,
  block: (p, { label, body }) => `${label ? `${p.label(label)}: ` : ""}${printBlock(p, body)}`,
  if: (p, { test, then, otherwise }) =>
    `if (${printExpression(p, test)}) ${printBlock(p, then)}` +
    (otherwise.length === 0 ? "" : ` else ${printBlock(p, otherwise)}`),
  loop: (p, node) => {
    const labels = `${p.label(node.label)}/${p.label(node.continueLabel)}`;
    const test = node.test ? ` while (${printExpression(p, node.test)})` : "";
    const update = node.update.length === 0 ? "" : ` update ${printBlock(p, node.update)}`;
    const body = printBlock(p, node.body);
    return node.testAtEnd ? `loop ${labels} ${body}${update}${test}` : `loop ${labels}${test} ${body}${update}`;
  },
  forOf: (p, node) => {
    const labels = `${p.label(node.label)}/${p.label(node.continueLabel)}`;
    const iterable = printExpression(p, node.iterable);
    const head = `${node.variable.kind} ${p.variable(node.variable)} of ${iterable}`;
    return `for${node.await ? " await" : ""} ${labels} (${head}) ${printBlock(p, node.body)}`;
  },
  switch: (p, { label, value, cases }) => {
    const lines = cases.map(({ test, body }) => {
      const head = test ? `case ${printExpression(p, test)}:` : "default:";
      return [head, ...body.map((each) => `  ${indent(printStatement(p, each))}`)].join("\n");
    });
    return `switch ${p.label(label)} (${printExpression(p, value)}) ${braces(lines)}`;
  },
  break: (p, { label }) => `break ${p.label(label)}`,
  return: (p, { value }) => `return${value ? ` ${printExpression(p, value)}` : ""}`,
  throw: (p, { value }) => `throw ${printExpression(p, value)}`,
  try: (p, node) => {
    let text = `try ${printBlock(p, node.body)}`;
    if (node.catchBody) {
      const variable = node.catchVariable ? ` (${p.variable(node.catchVariable)})` : "";
      text += ` catch${variable} ${printBlock(p, node.catchBody)}`;
    }
    return node.finallyBody ? `${text} finally ${printBlock(p, node.finallyBody)}` : text;
  },
};
