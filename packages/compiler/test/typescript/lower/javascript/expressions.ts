import type { Argument, Expression, ExpressionOf, ObjectMember } from "../../../../src/typescript/ir/index.ts";
import { emitClass } from "./classes.ts";
import type { Emitter } from "./emitter.ts";
import { keyText } from "./emitter.ts";
import { emitFunction, emitMember } from "./functions.ts";
import { emitSequence } from "./statements.ts";

type Emitters = { [Op in Expression["op"]]: (emitter: Emitter, node: ExpressionOf<Op>) => string };

/** An expression, in parentheses if need be. */
export function emitExpression(emitter: Emitter, node: Expression): string {
  return (emitters[node.op] as (emitter: Emitter, node: Expression) => string)(emitter, node);
}

function emitArguments(e: Emitter, all: readonly Argument[]): string {
  return all.map(({ value, spread }) => `${spread ? "..." : ""}${emitExpression(e, value)}`).join(", ");
}

function emitProperty(e: Emitter, member: ObjectMember): string {
  switch (member.type) {
    case "value":
      return `${keyText(member.name)}: ${emitExpression(e, member.value)}`;
    case "computed":
      return `[${emitExpression(e, member.key)}]: ${emitExpression(e, member.value)}`;
    case "get":
    case "set":
      return `${member.type} ${emitMember(e, keyText(member.name), member.function)}`;
    case "spread":
      return `...${emitExpression(e, member.value)}`;
  }
}

const operators: Record<string, string> = {
  increment: "runtime.increment",
  decrement: "runtime.decrement",
  numeric: "runtime.numeric",
  isNullish: "runtime.isNullish",
  typeof: "typeof ",
};

const globalValue = (name: string): string => `globalThis[${JSON.stringify(name)}]`;

const emitters: Emitters = {
  undefined: () => "undefined",
  null: () => "null",
  boolean: (_, { value }) => String(value),
  number: (_, { value }) => (Object.is(value, -0) ? "(-0)" : `(${value})`),
  string: (_, { value }) => JSON.stringify(value),
  bigint: (_, { value }) => `(${value}n)`,
  get: (e, { variable }) => e.variable(variable),
  set: (e, { variable, value }) => `(${e.variable(variable)} = ${emitExpression(e, value)})`,
  unary: (e, { operator, operand }) => `(${operators[operator] ?? operator}(${emitExpression(e, operand)}))`,
  binary: (e, { operator, left, right }) => `(${emitExpression(e, left)} ${operator} ${emitExpression(e, right)})`,
  logical: (e, { operator, left, right }) => `(${emitExpression(e, left)} ${operator} ${emitExpression(e, right)})`,
  conditional: (e, { test, then, otherwise }) =>
    `(${emitExpression(e, test)} ? ${emitExpression(e, then)} : ${emitExpression(e, otherwise)})`,
  do: (e, { body, value }) => emitSequence(e, body, value),
  template: (e, { texts, values }) => {
    const parts = texts.map((text, index) => {
      const value = values[index];
      return JSON.stringify(text) + (value ? ` + \`\${${emitExpression(e, value)}}\` + ` : "");
    });
    return `(${parts.join("")})`;
  },
  property: (e, { object, name }) => `${ownerText(emitExpression(e, object), name, "readPrivate")}${keyText(name)}`,
  setProperty: (e, { object, name, value }) => {
    const owner = ownerText(emitExpression(e, object), name, "writePrivate");
    return `(${owner}${keyText(name)} = ${emitExpression(e, value)})`;
  },
  element: (e, { object, key }) => `${emitExpression(e, object)}[${emitExpression(e, key)}]`,
  setElement: (e, { object, key, value }) =>
    `(${emitExpression(e, object)}[${emitExpression(e, key)}] = ${emitExpression(e, value)})`,
  deleteElement: (e, { object, key }) => `(delete ${emitExpression(e, object)}[${emitExpression(e, key)}])`,
  call: (e, { callee, arguments: all }) => `(0, ${emitExpression(e, callee)})(${emitArguments(e, all)})`,
  callMethod: (e, { object, name, arguments: all }) =>
    `${emitExpression(e, object)}${keyText(name)}(${emitArguments(e, all)})`,
  callElement: (e, { object, key, arguments: all }) =>
    `${emitExpression(e, object)}[${emitExpression(e, key)}](${emitArguments(e, all)})`,
  callLibrary: (e, { name, arguments: all }) =>
    `(runtime[${JSON.stringify(name)}] ?? ${globalValue(name)})(${emitArguments(e, all)})`,
  library: (_, { name }) => globalValue(name),
  new: (e, { callee, arguments: all }) => `(new (${emitExpression(e, callee)})(${emitArguments(e, all)}))`,
  superCall: (e, { class: of, arguments: all }) =>
    `(super(${emitArguments(e, all)}), this[${JSON.stringify(e.initializer(of))}](), undefined)`,
  superMethod: (e, { name, arguments: all }) => `super${keyText(name)}(${emitArguments(e, all)})`,
  superProperty: (_, { name }) => `super${keyText(name)}`,
  setSuperProperty: (e, { name, value }) => `(super${keyText(name)} = ${emitExpression(e, value)})`,
  object: (e, { shape, members }) =>
    `runtime.shape({ ${members.map((member) => emitProperty(e, member)).join(", ")} }, ${e.constant(shape)})`,
  array: (e, { elements }) => `[${emitArguments(e, elements)}]`,
  closure: (e, node) => emitFunction(e, node.function),
  class: (e, node) => emitClass(e, node.class),
  narrow: (e, { value, filter }) => `runtime.narrow(${emitExpression(e, value)}, ${e.constant(filter)})`,
  parseJson: (e, { text }) => `JSON.parse(${emitExpression(e, text)})`,
  intrinsic: (_, { name }) => {
    throw new Error(`${name} in a program`);
  },
  await: (e, { value }) => `(await ${emitExpression(e, value)})`,
  yield: (e, { value, delegate }) => `(yield${delegate ? "*" : ""} ${emitExpression(e, value)})`,
};

/** An object of which a member is used; private ones it must have. */
function ownerText(object: string, name: string, use: "readPrivate" | "writePrivate"): string {
  return name.startsWith("@@#") ? `runtime.${use}(${object}, ${JSON.stringify(name)})` : object;
}
