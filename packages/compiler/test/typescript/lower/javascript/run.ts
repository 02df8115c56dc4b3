import type { IrClass, IrProgram, Shape, TypeFilter } from "../../../../src/typescript/ir/index.ts";
import { createEmitter } from "./emitter.ts";
import { emitBody } from "./functions.ts";
import { createRuntime } from "./runtime.ts";

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/** Runs a program's modules as JavaScript; gives what the entry exports. */
export async function runProgram(program: IrProgram): Promise<Record<string, unknown>> {
  const { code, constants } = emitProgram(program);
  const make = new AsyncFunction("runtime", code) as (runtime: object) => Promise<Record<string, unknown>>;
  return make(createRuntime(constants));
}

/** The JavaScript of a program: the body of a function. */
export function emitProgram(program: IrProgram): { code: string; constants: (IrClass | Shape | TypeFilter)[] } {
  const [first] = program.modules;
  if (!first) throw new Error("no module");
  const e = createEmitter(first.body);
  const names = program.modules.flatMap(({ variables }) => variables.map((variable) => e.variable(variable)));
  const modules = program.modules.map(({ body }) => {
    const inner = { ...e, scope: { function: body, hoisted: new Set<never>() } };
    return `{\n${emitBody(inner, body.body)}}\n`;
  });
  const exports = program.exports.map(
    ({ name, variable }) => `get ${JSON.stringify(name)}() { return ${e.variable(variable)}; }`,
  );
  const declared = names.length === 0 ? "" : `let ${names.join(", ")};\n`;
  const code = `"use strict";\n${declared}${modules.join("")}return { ${exports.join(", ")} };`;
  return { code, constants: e.constants };
}
