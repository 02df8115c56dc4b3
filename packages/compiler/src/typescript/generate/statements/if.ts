import type { Instruction } from "../../../wasm/index.ts";
import { ifElse } from "../../../wasm/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import { generateTest, knownTest } from "../expressions/tests.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { generateStatements } from "./generate-statements.ts";

/** A choice; of one that is decided already, only the branch that runs. */
export function generateIf(f: FunctionGenerator, { test, then, otherwise }: StatementOf<"if">): Instruction[] {
  const known = knownTest(f, test);
  if (known !== undefined) return [...f.effect(test), ...generateStatements(f, known ? then : otherwise)];
  return [ifElse(generateTest(f, test), generateStatements(f, then), generateStatements(f, otherwise))];
}
