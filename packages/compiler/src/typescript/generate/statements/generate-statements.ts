import type { Instruction } from "../../../wasm/index.ts";
import type { Statement, StatementOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { generateBlock } from "./block.ts";
import { generateDeclaration, generateClassDeclaration, generateFunctionDeclaration } from "./declarations.ts";
import { generateForOf } from "./for-of.ts";
import { generateIf } from "./if.ts";
import { generateBreak, generateReturn, generateThrow } from "./jumps.ts";
import { generateLoop } from "./loop.ts";
import { generateSwitch } from "./switch.ts";
import { generateTry } from "./try.ts";

type Generators = {
  [Type in Statement["type"]]: (f: FunctionGenerator, statement: StatementOf<Type>) => Instruction[];
};

const generators: Generators = {
  expression: (f, { expression }) => f.effect(expression),
  declare: generateDeclaration,
  declareFunction: generateFunctionDeclaration,
  declareClass: generateClassDeclaration,
  block: generateBlock,
  if: generateIf,
  loop: generateLoop,
  forOf: generateForOf,
  switch: generateSwitch,
  break: generateBreak,
  return: generateReturn,
  throw: generateThrow,
  try: generateTry,
};

/** Statements in order. Variables of this block that closures may capture before they are declared get their cells first. */
export function generateStatements(f: FunctionGenerator, statements: readonly Statement[]): Instruction[] {
  const instructions: Instruction[] = [];
  for (const statement of statements) {
    if (!("variable" in statement) || statement.type === "forOf") continue;
    if (f.program.captures.isEarly(statement.variable)) instructions.push(...f.variables.openCell(statement.variable));
  }
  for (const statement of statements) {
    const generate = generators[statement.type] as (f: FunctionGenerator, statement: Statement) => Instruction[];
    instructions.push(...generate(f, statement));
    if (statement.type === "return" || statement.type === "throw" || statement.type === "break") break;
  }
  return instructions;
}
