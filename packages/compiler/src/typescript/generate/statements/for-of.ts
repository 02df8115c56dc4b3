import type { Instruction, Label } from "../../../wasm/index.ts";
import { block, br, createLabel, createLocal, i32, ifElse, localGet, localSet, loop, op } from "../../../wasm/index.ts";
import { kindsOf } from "../../infer/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { valueType } from "../representation.ts";
import { generateStatements } from "./generate-statements.ts";
import { iterate } from "./iterate.ts";
import { choose } from "./iteration-variant.ts";
import { prepareTexts } from "./prepare-texts.ts";
import { generateFinally } from "./try.ts";

/** A `for…of` loop: over arrays by index, over strings by code point, over anything else by its iterator. */
export function generateForOf(f: FunctionGenerator, statement: StatementOf<"forOf">): Instruction[] {
  const { variable, body } = statement;
  const leave = f.label(statement.label, "break");
  const representation = f.representationOf(f.variableNode(variable));
  const element = createLocal(variable.name, valueType(representation));
  const repeat = (close: Instruction[] | undefined, advance: (end: Label) => Instruction[]): Instruction[] => {
    const end = createLabel("end");
    const top = createLabel("loop");
    const turn = (): Instruction[] => {
      const next = f.label(statement.continueLabel, "continue");
      const value: Value = { code: localGet(element), representation, kinds: kindsOf(f.variableNode(variable)) };
      return [...f.variables.declare(variable, value), block(next, undefined, generateStatements(f, body))];
    };
    if (!close) return [block(end, undefined, [loop(top, undefined, [...advance(end), ...turn(), br(top)])])];
    const finished = createLocal("finished", "i32");
    return [
      localSet(finished, i32(1)),
      ...generateFinally(
        f,
        () => [
          block(end, undefined, [
            loop(top, undefined, [
              ...advance(end),
              localSet(finished, i32(0)),
              ...turn(),
              localSet(finished, i32(1)),
              br(top),
            ]),
          ]),
        ],
        () => [ifElse(op("i32.eqz", localGet(finished)), close)],
      ),
    ];
  };
  const texts = prepareTexts(f, statement);
  const { setup, variants } = iterate(f, statement.iterable, element, representation);
  const close = variants.flatMap((variant) =>
    (variant.close ? [variants.length > 1 ? ifElse(variant.test(), variant.close) : variant.close] : []).flat(),
  );
  const loops = repeat(close.length > 0 ? close : undefined, (end) =>
    choose(variants, (variant) => variant.advance(end)),
  );
  texts.release();
  return [...texts.before, ...setup, ...choose(variants, ({ begin }) => begin), block(leave, undefined, loops)];
}
