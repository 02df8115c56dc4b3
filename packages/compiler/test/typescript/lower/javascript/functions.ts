import type { IrFunction, IrVariable, Statement } from "../../../../src/typescript/ir/index.ts";
import type { Emitter } from "./emitter.ts";
import { emitStatements } from "./statements.ts";

/** A function as a value, with its name. Only functions with a receiver of their own are written with `function`. */
export function emitFunction(e: Emitter, made: IrFunction): string {
  const { kind } = made;
  const parts = emitParts(e, made);
  const isAsync = kind.startsWith("async") ? "async " : "";
  const arrow = made.thisVariable === undefined && kind !== "generator" && kind !== "asyncGenerator";
  const star = kind === "generator" || kind === "asyncGenerator" ? "*" : "";
  const text = arrow
    ? `${isAsync}(${parts.parameters}) => ${parts.body}`
    : `${isAsync}function${star} (${parts.parameters}) ${parts.body}`;
  const named = `({ [${JSON.stringify(made.name)}]: ${text} })[${JSON.stringify(made.name)}]`;
  return made.length === undefined ? named : `Object.defineProperty(${named}, "length", { value: ${made.length} })`;
}

/** A method of a class, or an accessor, after its key. */
export function emitMember(e: Emitter, key: string, made: IrFunction): string {
  const { parameters, body } = emitParts(e, made);
  const isAsync = made.kind.startsWith("async") ? "async " : "";
  const star = made.kind === "generator" || made.kind === "asyncGenerator" ? "*" : "";
  return `${isAsync}${star}${key}(${parameters}) ${body}`;
}

/** A function's parameters and its body, between braces. */
export function emitParts(outer: Emitter, made: IrFunction, prologue = ""): { parameters: string; body: string } {
  const e: Emitter = { ...outer, scope: { function: made, hoisted: new Set() } };
  const parameters = made.parameters.map(
    ({ variable, rest, hasDefault }) =>
      `${rest ? "..." : ""}${e.variable(variable)}${hasDefault ? " = undefined" : ""}`,
  );
  const body = emitBody(e, made.body);
  return { parameters: parameters.join(", "), body: `{ ${prologue}${body} }` };
}

/** Statements, after the variables that they need. */
export function emitBody(e: Emitter, body: readonly Statement[], variables: readonly IrVariable[] = []): string {
  const text = emitStatements(e, body);
  const given = new Set(e.scope.function.parameters.map(({ variable }) => variable));
  const names = [...variables, ...e.scope.hoisted]
    .filter((variable) => !given.has(variable))
    .map((each) => e.variable(each));
  return `${names.length === 0 ? "" : `let ${names.join(", ")};\n`}${text}`;
}
