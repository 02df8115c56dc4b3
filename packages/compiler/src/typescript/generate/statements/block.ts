import type { Instruction } from "../../../wasm/index.ts";
import { block } from "../../../wasm/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { generateStatements } from "./generate-statements.ts";

/** A block, which may be left by its label. */
export function generateBlock(f: FunctionGenerator, { label, body }: StatementOf<"block">): Instruction[] {
  if (!label) return generateStatements(f, body);
  const wasm = f.label(label, label.name);
  return [block(wasm, undefined, generateStatements(f, body))];
}
