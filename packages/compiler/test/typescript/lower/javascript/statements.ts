import type { Expression, IrVariable, Statement, StatementOf } from "../../../../src/typescript/ir/index.ts";
import { emitClassAlone } from "./classes.ts";
import type { Emitter } from "./emitter.ts";
import { emitExpression } from "./expressions.ts";
import { emitFunction } from "./functions.ts";

type Emitters = { [Type in Statement["type"]]: (emitter: Emitter, node: StatementOf<Type>) => string };

/** Statements, one a line. */
export function emitStatements(e: Emitter, body: readonly Statement[]): string {
  return body
    .map((node) => `${(emitters[node.type] as (emitter: Emitter, node: Statement) => string)(e, node)}\n`)
    .join("");
}

/** Gives a variable its value: in a block of its own if closures hold it, otherwise at the start of the function. */
function declare(e: Emitter, variable: IrVariable, value: string): string {
  if (variable.owner === undefined) return `${e.variable(variable)} = ${value};`;
  if (variable.captured && variable.kind !== "parameter") return `let ${e.variable(variable)} = ${value};`;
  e.scope.hoisted.add(variable);
  return `${e.variable(variable)} = ${value};`;
}

/** The statements before a value, as an expression. */
export function emitSequence(e: Emitter, body: readonly Statement[], value: Expression): string {
  const captured = body.some(
    (node) => node.type.startsWith("declare") && (node as StatementOf<"declare">).variable.captured,
  );
  if (captured) return `(() => { ${emitStatements(e, body)} return ${emitExpression(e, value)}; })()`;
  const parts = body.map((node) => {
    if (node.type === "expression") return emitExpression(e, node.expression);
    if (node.type === "declare" || node.type === "declareClass") {
      return declareText(e, node).replaceAll("; runtime.start", ", runtime.start").replace(/;$/, "");
    }
    throw new Error(`${node.type} in an expression`);
  });
  return `(${[...parts, emitExpression(e, value)].join(", ")})`;
}

function declareText(e: Emitter, node: StatementOf<"declare"> | StatementOf<"declareClass">): string {
  if (node.type === "declareClass") {
    const made = declare(e, node.variable, emitClassAlone(e, node.class));
    return `${made} runtime.start(${e.variable(node.variable)});`;
  }
  return declare(e, node.variable, node.value ? emitExpression(e, node.value) : "undefined");
}

/** What a `for` with `let` does before its update: the variable is made anew with its value. */
function isRenewal(node: Statement): node is StatementOf<"declare"> {
  return node.type === "declare" && node.value?.op === "get" && node.value.variable === node.variable;
}

const block = (e: Emitter, body: readonly Statement[]): string => `{\n${emitStatements(e, body)}}`;

const emitters: Emitters = {
  expression: (e, { expression }) => `;${emitExpression(e, expression)};`,
  declare: declareText,
  declareClass: declareText,
  declareFunction: (e, node) => declare(e, node.variable, emitFunction(e, node.function)),
  block: (e, { label, body }) => `${label ? `${e.label(label)}: ` : ""}${block(e, body)}`,
  if: (e, { test, then, otherwise }) =>
    `if (${emitExpression(e, test)}) ${block(e, then)}${otherwise.length === 0 ? "" : ` else ${block(e, otherwise)}`}`,
  loop(e, { label, continueLabel, test, testAtEnd, body, update }) {
    const renewed = update.filter(isRenewal).map(({ variable }) => e.variable(variable));
    const inner = `${e.label(continueLabel)}: ${block(e, body)}`;
    if (testAtEnd) {
      const end = test ? `if (!(${emitExpression(e, test)})) break;` : "";
      return `${e.label(label)}: for (;;) {\n${inner}\n${emitStatements(e, update)}${end}\n}`;
    }
    const condition = test ? emitExpression(e, test) : "";
    const copies = renewed.map((name) => `const ${name}$copy = ${name};`).join(" ");
    const start = renewed.length === 0 ? "" : `let ${renewed.map((name) => `${name} = ${name}$copy`).join(", ")}`;
    const steps = update
      .filter((node) => !isRenewal(node))
      .map((node) => {
        if (node.type !== "expression") throw new Error(`${node.type} in an update`);
        return emitExpression(e, node.expression);
      });
    return `{ ${copies} ${e.label(label)}: for (${start}; ${condition}; ${steps.join(", ")}) {\n${inner}\n} }`;
  },
  forOf(e, { label, continueLabel, variable, iterable, body, await: isAwait }) {
    const head = `for ${isAwait ? "await " : ""}(let ${e.variable(variable)} of ${emitExpression(e, iterable)})`;
    return `${e.label(label)}: ${head} { ${e.label(continueLabel)}: ${block(e, body)} }`;
  },
  switch(e, { label, value, cases }) {
    const clauses = cases.map(
      ({ test, body }) => `${test ? `case ${emitExpression(e, test)}` : "default"}:\n${emitStatements(e, body)}`,
    );
    return `${e.label(label)}: switch (${emitExpression(e, value)}) {\n${clauses.join("")}}`;
  },
  break: (e, { label }) => `break ${e.label(label)};`,
  return: (e, { value }) => `return ${value ? emitExpression(e, value) : ""};`,
  throw: (e, { value }) => `throw ${emitExpression(e, value)};`,
  try(e, { body, catchVariable, catchBody, finallyBody }) {
    const name = catchVariable ? ` (${e.variable(catchVariable)})` : "";
    const handler = catchBody ? ` catch${name} ${block(e, catchBody)}` : "";
    return `try ${block(e, body)}${handler}${finallyBody ? ` finally ${block(e, finallyBody)}` : ""}`;
  },
};
