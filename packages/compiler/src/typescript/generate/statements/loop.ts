import type { Instruction } from "../../../wasm/index.ts";
import { block, br, brIf, createLabel, loop, op } from "../../../wasm/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import { generateTest, knownTest } from "../expressions/tests.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { hoistReads } from "./hoist-reads.ts";
import { prepareTexts } from "./prepare-texts.ts";
import { generateStatements } from "./generate-statements.ts";

/** A loop with its test before or after the body. */
export function generateLoop(f: FunctionGenerator, statement: StatementOf<"loop">): Instruction[] {
  const { label, continueLabel, test, testAtEnd, body, update } = statement;
  const leave = f.label(label, "break");
  const next = f.label(continueLabel, "continue");
  const top = createLabel("loop");
  const endless = !test || knownTest(f, test) === true;
  const hoisted = hoistReads(f, statement);
  const texts = prepareTexts(f, statement);
  const before = endless || testAtEnd ? [] : [brIf(leave, op("i32.eqz", generateTest(f, test)))];
  const inner = [block(next, undefined, generateStatements(f, body)), ...generateStatements(f, update)];
  const again = endless || !testAtEnd ? br(top) : brIf(top, generateTest(f, test));
  texts.release();
  hoisted.release();
  return [
    ...hoisted.before,
    ...texts.before,
    block(leave, undefined, [loop(top, undefined, [...before, ...inner, again])]),
  ];
}
