import type { Instruction } from "../../../wasm/index.ts";
import { block, br, brIf, createLabel, createLocal, localGet, localSet } from "../../../wasm/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { strictEquality } from "../expressions/equality.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { valueType } from "../representation.ts";
import { generateStatements } from "./generate-statements.ts";

/** A `switch`: the tests in order, then the bodies in order, each falling into the next. */
export function generateSwitch(f: FunctionGenerator, { label, value, cases }: StatementOf<"switch">): Instruction[] {
  const leave = f.label(label, "switch");
  const given = f.value(value);
  const local = createLocal("switched", valueType(given.representation));
  const labels = cases.map(({ test }) => createLabel(test ? "case" : "default"));
  const switched = (): Value => ({ ...given, code: localGet(local) });
  const tests: Instruction[] = [localSet(local, given.code)];
  cases.forEach(({ test }, index) => {
    if (test && f.hasValue(test))
      tests.push(brIf(labels[index]!, strictEquality(f, switched(), f.node(value), f.value(test), f.node(test))));
  });
  const defaultIndex = cases.findIndex(({ test }) => !test);
  tests.push(br(defaultIndex < 0 ? leave : labels[defaultIndex]!));
  let inner = tests;
  cases.forEach(({ body }, index) => {
    inner = [block(labels[index]!, undefined, inner), ...generateStatements(f, body)];
  });
  return [block(leave, undefined, inner)];
}
