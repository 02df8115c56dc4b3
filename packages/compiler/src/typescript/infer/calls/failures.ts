import type { Analysis } from "../analysis.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import type { Kinds } from "../values/kinds.ts";
import { BOOLEAN, HOST, NUMBER, STRING } from "../values/kinds.ts";
import { libraryFunction } from "../values/library-values.ts";

/** A way in which what a program does can be wrong: the library's function that complains of it. */
export type Failure =
  | "throwReading"
  | "throwReadingAt"
  | "throwSetting"
  | "throwSettingAt"
  | "throwReadOnly"
  | "throwPrivate"
  | "requireWritable"
  | "requireRemovable"
  | "throwNotCallable"
  | "throwNotConstructor"
  | "throwNotIterable"
  | "throwNotSearchable"
  | "throwNotClass"
  | "throwArrayLength";

/** Kinds of the parameters of the functions that complain. */
const PARAMETERS: Readonly<Record<Failure, readonly Kinds[]>> = {
  throwReading: [BOOLEAN, STRING],
  throwReadingAt: [BOOLEAN, NUMBER],
  throwSetting: [BOOLEAN, STRING],
  throwSettingAt: [BOOLEAN, NUMBER],
  throwReadOnly: [STRING, STRING],
  throwPrivate: [BOOLEAN, STRING],
  requireWritable: [HOST, BOOLEAN, STRING, STRING],
  requireRemovable: [HOST, STRING, STRING],
  throwNotCallable: [STRING],
  throwNotConstructor: [STRING],
  throwNotIterable: [STRING],
  throwNotSearchable: [STRING, STRING],
  throwNotClass: [],
  throwArrayLength: [],
};

/** Notes that a function may fail in some way. The library's own functions know what they are given. */
export function noteFailure(analysis: Analysis, instance: FunctionInstance, failure: Failure): void {
  if (instance.function.library || analysis.failures.has(failure) || !analysis.library.has(failure)) return;
  const complaint = analysis.instanceFor(libraryFunction(analysis, failure));
  analysis.failures.set(failure, complaint);
  complaint.function.parameters.forEach(({ variable }, index) => {
    analysis.solver.addKinds(analysis.variable(complaint, variable), PARAMETERS[failure][index] ?? 0);
  });
}

/** Notes that a function writes to an object, which may be frozen. */
export function noteWrite(
  analysis: Analysis,
  instance: FunctionInstance,
  how: "requireWritable" | "requireRemovable" = "requireWritable",
): void {
  if (instance.function.library || analysis.failures.has(how)) return;
  analysis.restricted.any.whenMet(() => noteFailure(analysis, instance, how));
}

/** The function that complains, if the analysis has found that it may be needed. */
export function failureOf(analysis: Analysis, failure: Failure): FunctionInstance | undefined {
  const complaint = analysis.failures.get(failure);
  return complaint && currentInstance(complaint);
}
