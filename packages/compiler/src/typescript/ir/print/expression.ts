import type { Argument, Expression, ExpressionOf, ObjectMember, SuperReference, TypeFilter } from "../expressions.ts";
import { printBorderType } from "./border-type.ts";
import { printClass } from "./class.ts";
import { printFunction } from "./function.ts";
import type { Printer } from "./printer.ts";
import { braces } from "./printer.ts";
import { printStatement } from "./statement.ts";

type Printers = { [Op in Expression["op"]]: (printer: Printer, node: ExpressionOf<Op>) => string };

/** Prints an expression; nested functions and statements take lines of their own. */
export function printExpression(printer: Printer, node: Expression): string {
  return (printers[node.op] as (printer: Printer, node: Expression) => string)(printer, node);
}

function printArguments(printer: Printer, all: readonly Argument[]): string {
  return all.map(({ value, spread }) => `${spread ? "..." : ""}${printExpression(printer, value)}`).join(", ");
}

function printMember(printer: Printer, member: ObjectMember): string {
  switch (member.type) {
    case "value":
      return `${printKey(member.name)}: ${printExpression(printer, member.value)}`;
    case "computed":
      return `[${printExpression(printer, member.key)}]: ${printExpression(printer, member.value)}`;
    case "get":
    case "set":
      return `${member.type} ${printKey(member.name)}: ${printFunction(printer, member.function)}`;
    case "spread":
      return `...${printExpression(printer, member.value)}`;
  }
}

/** A property's name, quoted if it is no word. */
export function printKey(name: string): string {
  return /^[#@\w$]+$/.test(name) ? name : JSON.stringify(name);
}

function printAccess(name: string): string {
  return /^[#@\w$]+$/.test(name) ? `.${name}` : `[=${JSON.stringify(name)}]`;
}

const PRIMITIVES = ["undefined", "null", "boolean", "number", "string", "bigint", "symbol"] as const;

/** What a filter lets pass, of the classes and shapes that the text has. */
export function printFilter(printer: Printer, filter: TypeFilter): string {
  const passing: string[] = PRIMITIVES.filter((kind) => filter[kind]);
  for (const kind of ["array", "function"] as const) if (filter.accepts(kind)) passing.push(kind);
  for (const candidate of printer.candidates) {
    if (!filter.accepts(candidate)) continue;
    passing.push("type" in candidate ? printer.class(candidate) : printer.shape(candidate) || "{}");
  }
  return passing.join("|");
}

function printSuper(p: Printer, { class: of, static: isStatic, receiver, name }: SuperReference & { name: string }) {
  const start = of ? p.class(of) : "Object";
  return `super<${start}, ${p.variable(receiver)}${isStatic ? ", static" : ""}>${printAccess(name)}`;
}

function printNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const printers: Printers = {
  undefined: () => "undefined",
  null: () => "null",
  boolean: (_, { value }) => String(value),
  number: (_, { value }) => printNumber(value),
  string: (_, { value }) => JSON.stringify(value),
  bigint: (_, { value }) => `${value}n`,
  get: (p, { variable }) => p.variable(variable),
  set: (p, { variable, value }) => `(${p.variable(variable)} = ${printExpression(p, value)})`,
  unary: (p, { operator, operand }) =>
    /^[a-z]/.test(operator)
      ? `${operator}(${printExpression(p, operand)})`
      : `${operator}${printExpression(p, operand)}`,
  binary: (p, { operator, left, right }) => `(${printExpression(p, left)} ${operator} ${printExpression(p, right)})`,
  logical: (p, { operator, left, right }) => `(${printExpression(p, left)} ${operator} ${printExpression(p, right)})`,
  conditional: (p, { test, then, otherwise }) =>
    `(${printExpression(p, test)} ? ${printExpression(p, then)} : ${printExpression(p, otherwise)})`,
  do: (p, { body, value }) =>
    `do ${braces([...body.map((each) => printStatement(p, each)), `=> ${printExpression(p, value)}`])}`,
  template: (p, { texts, values }) =>
    `\`${texts
      .map((text, i) => {
        const value = values[i];
        return JSON.stringify(text).slice(1, -1) + (value ? `\${${printExpression(p, value)}}` : "");
      })
      .join("")}\``,
  property: (p, { object, name }) => `${printExpression(p, object)}${printAccess(name)}`,
  setProperty: (p, { object, name, value }) =>
    `(${printExpression(p, object)}${printAccess(name)} = ${printExpression(p, value)})`,
  element: (p, { object, key }) => `${printExpression(p, object)}[${printExpression(p, key)}]`,
  setElement: (p, { object, key, value }) =>
    `(${printExpression(p, object)}[${printExpression(p, key)}] = ${printExpression(p, value)})`,
  deleteElement: (p, { object, key }) => `delete ${printExpression(p, object)}[${printExpression(p, key)}]`,
  call: (p, { callee, arguments: all }) => {
    const text = printExpression(p, callee);
    return `${callee.op === "get" ? text : `(${text})`}(${printArguments(p, all)})`;
  },
  callMethod: (p, { object, name, arguments: all }) =>
    `${printExpression(p, object)}${printAccess(name)}(${printArguments(p, all)})`,
  callElement: (p, { object, key, arguments: all }) =>
    `${printExpression(p, object)}[${printExpression(p, key)}](${printArguments(p, all)})`,
  callLibrary: (p, { name, arguments: all }) => `library.${name}(${printArguments(p, all)})`,
  library: (_, { name }) => `library.${name}`,
  new: (p, { callee, arguments: all }) => `new ${printExpression(p, callee)}(${printArguments(p, all)})`,
  superCall: (p, { class: of, receiver, arguments: all }) =>
    `super<${p.class(of)}, ${p.variable(receiver)}>(${printArguments(p, all)})`,
  superMethod: (p, node) => `${printSuper(p, node)}(${printArguments(p, node.arguments)})`,
  superProperty: printSuper,
  setSuperProperty: (p, node) => `(${printSuper(p, node)} = ${printExpression(p, node.value)})`,
  object: (p, { shape, members }) => {
    const name = p.shape(shape);
    const prefix = `${shape.dictionary ? "dictionary " : ""}${name === "" ? "" : `${name} `}`;
    const inner = members.map((member) => printMember(p, member)).join(", ");
    return `${prefix}{${inner === "" ? "" : ` ${inner} `}}`;
  },
  array: (p, { elements }) => `[${printArguments(p, elements)}]`,
  closure: (p, node) => printFunction(p, node.function),
  class: (p, node) => printClass(p, node.class),
  narrow: (p, { value, filter }) => `narrow<${printFilter(p, filter)}>(${printExpression(p, value)})`,
  parseJson: (p, { text, type }) => `parseJson<${printBorderType(p, type)}>(${printExpression(p, text)})`,
  intrinsic: (p, { name, arguments: all }) => `${name}(${all.map((each) => printExpression(p, each)).join(", ")})`,
  await: (p, { value }) => `await ${printExpression(p, value)}`,
  yield: (p, { value, delegate }) => `yield${delegate ? "*" : ""} ${printExpression(p, value)}`,
};
