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
  const concat = f.program.imports.string("concat");
  let code: Instruction | undefined = texts[0] === "" ? undefined : f.text(texts[0] ?? "");
  values.forEach((value, index) => {
    const part = textOf(f, f.value(value), siteOf(expression, `text${index}`));
    code = code ? call(concat, code, part) : part;
    const text = texts[index + 1];
    if (text) code = call(concat, code, f.text(text));
  });
  return f.convert(
    { code: code ?? f.text(""), representation: EXTERN_REPRESENTATION, kinds: STRING },
    f.representation(expression),
  );
}
