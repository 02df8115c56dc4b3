import type { Instruction } from "../../../wasm/index.ts";
import { call } from "../../../wasm/index.ts";
import { STRING, siteOf } from "../../infer/index.ts";
import type { ExpressionOf } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { EXTERN_REPRESENTATION } from "../representation.ts";
import { textOf } from "./text.ts";

/** A template: the texts and what the values between them are as text. */
export function generateTemplate(f: FunctionGenerator, expression: ExpressionOf<"template">): Instruction {
  const { texts, values } = expression;
  const parts: Instruction[] = texts[0] ? [f.text(texts[0])] : [];
  values.forEach((value, index) => {
    parts.push(textOf(f, f.value(value), siteOf(expression, `text${index}`)));
    const text = texts[index + 1];
    if (text) parts.push(f.text(text));
  });
  return f.convert(
    { code: joinParts(f, parts) ?? f.text(""), representation: EXTERN_REPRESENTATION, kinds: STRING },
    f.representation(expression),
  );
}

/** Most parts that are joined one after the other. */
const MAX_NESTED = 100;

/** Parts in a row. Many of them are joined in pieces first, so that no number of them nests deeply. */
function joinParts(f: FunctionGenerator, parts: readonly Instruction[]): Instruction | undefined {
  const concat = f.program.imports.string("concat");
  const joined: Instruction[] = [];
  for (let start = 0; start < parts.length; start += MAX_NESTED) {
    joined.push(parts.slice(start, start + MAX_NESTED).reduce((left, right) => call(concat, left, right)));
  }
  return joined.length > 1 ? joinParts(f, joined) : joined[0];
}
