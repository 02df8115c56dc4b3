import type { Instruction, Label } from "../../../wasm/index.ts";
import {
  block,
  br,
  brIf,
  brTable,
  createLabel,
  createLocal,
  i32,
  ifElse,
  localGet,
  localSet,
  op,
} from "../../../wasm/index.ts";
import type { StatementOf } from "../../ir/index.ts";
import type { Value } from "../coerce.ts";
import { strictEquality } from "../expressions/equality.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import { valueType } from "../representation.ts";
import { generateStatements } from "./generate-statements.ts";

type SwitchCase = StatementOf<"switch">["cases"][number];

/** Most clauses whose blocks are in one another. */
const MAX_NESTED = 100;

/** A `switch`: the tests in order, then the bodies in order, each falling into the next. */
export function generateSwitch(f: FunctionGenerator, { label, value, cases }: StatementOf<"switch">): Instruction[] {
  const leave = f.label(label, "switch");
  const given = f.value(value);
  const local = createLocal("switched", valueType(given.representation));
  const switched = (): Value => ({ ...given, code: localGet(local) });
  const tests = cases.map(({ test }) =>
    test && f.hasValue(test) ? strictEquality(f, switched(), f.node(value), f.value(test), f.node(test)) : undefined,
  );
  const clauses = cases.length > MAX_NESTED ? numberedClauses(f, cases, tests) : nestedClauses(f, cases, tests, leave);
  return [block(leave, undefined, [localSet(local, given.code), ...clauses])];
}

/** Each clause's block is around the one before, and all are around the tests. */
function nestedClauses(
  f: FunctionGenerator,
  cases: readonly SwitchCase[],
  tests: readonly (Instruction | undefined)[],
  leave: Label,
): Instruction[] {
  const labels = cases.map(({ test }) => createLabel(test ? "case" : "default"));
  const choice = tests.flatMap((test, index) => (test ? [brIf(labels[index]!, test)] : []));
  const defaultIndex = cases.findIndex(({ test }) => !test);
  return aroundOneAnother(f, cases, labels, [...choice, br(labels[defaultIndex] ?? leave)]);
}

/**
 * The tests give the number of a clause, and the clauses follow in groups, so that no number of them nests deeply. A group is passed by where
 * the clause is behind it; where the clause is before it, an earlier group has fallen into this one.
 */
function numberedClauses(
  f: FunctionGenerator,
  cases: readonly SwitchCase[],
  tests: readonly (Instruction | undefined)[],
): Instruction[] {
  const entry = createLocal("clause", "i32");
  const chosen = createLabel("chosen");
  const choice = tests.flatMap((test, index) =>
    test ? [ifElse(test, [localSet(entry, i32(index)), br(chosen)])] : [],
  );
  const defaultIndex = cases.findIndex(({ test }) => !test);
  const otherwise = localSet(entry, i32(defaultIndex < 0 ? cases.length : defaultIndex));
  const code = [block(chosen, undefined, [...choice, otherwise])];
  for (let start = 0; start < cases.length; start += MAX_NESTED) {
    const group = cases.slice(start, start + MAX_NESTED);
    const labels = group.map(() => createLabel("case"));
    // A clause before this group has a negative number in it, which is a large one without sign.
    const jump = brTable(labels, labels[0]!, op("i32.sub", localGet(entry), i32(start)));
    const isReached = op("i32.lt_s", localGet(entry), i32(start + group.length));
    code.push(ifElse(isReached, aroundOneAnother(f, group, labels, [jump])));
  }
  return code;
}

function aroundOneAnother(
  f: FunctionGenerator,
  cases: readonly SwitchCase[],
  labels: readonly Label[],
  first: Instruction[],
): Instruction[] {
  let inner = first;
  cases.forEach(({ body }, index) => {
    inner = [block(labels[index]!, undefined, inner), ...generateStatements(f, body)];
  });
  return inner;
}
