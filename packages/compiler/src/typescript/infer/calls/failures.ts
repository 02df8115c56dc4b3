import type { Analysis } from "../analysis.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { currentInstance } from "../values/function-instance.ts";
import type { Kinds } from "../values/kinds.ts";
import { BOOLEAN, HOST, NULLISH, NUMBER, STRING } from "../values/kinds.ts";
import { libraryFunction } from "../values/library-values.ts";

/** A way in which what a program does can be wrong: the library's function that complains of it. */
export type Failure =
  | "throwReading"
  | "throwReadingAt"
  | "throwSetting"
  | "throwSettingAt"
  | "throwReadOnly"
  | "throwNotAdded"
  | "throwNotCreated"
  | "throwNotConverted"
  | "throwPrivate"
  | "requireWritable"
  | "requireRemovable"
  | "throwNotCallable"
  | "throwNotConstructor"
  | "throwNotIterable"
  | "throwNotIterableValue"
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
  throwNotAdded: [STRING, STRING],
  throwNotCreated: [STRING, STRING, STRING],
  throwNotConverted: [],
  throwPrivate: [BOOLEAN, STRING],
  requireWritable: [HOST, BOOLEAN, STRING, STRING],
  requireRemovable: [HOST, STRING, STRING],
  throwNotCallable: [STRING],
  throwNotConstructor: [STRING],
  throwNotIterable: [STRING],
  throwNotIterableValue: [STRING],
  throwNotSearchable: [STRING, STRING],
  throwNotClass: [],
  throwArrayLength: [],
};

/** Whether what a function does cannot be wrong: the library's own functions know what they are given, but for those that say otherwise. */
export function isSure({ function: { library, checked } }: FunctionInstance): boolean {
  return library && !checked;
}

/** Notes that a function may fail in some way. */
export function noteFailure(analysis: Analysis, instance: FunctionInstance, failure: Failure): void {
  if (
    (isSure(instance) && failure !== "throwNotIterableValue") ||
    analysis.failures.has(failure) ||
    !analysis.library.has(failure)
  )
    return;
  const complaint = analysis.instanceFor(libraryFunction(analysis, failure));
  analysis.failures.set(failure, complaint);
  complaint.function.parameters.forEach(({ variable }, index) => {
    analysis.solver.addKinds(analysis.variable(complaint, variable), PARAMETERS[failure][index] ?? 0);
  });
}

/** Notes that a function writes to what may be no object. */
export function notePrimitive(analysis: Analysis, instance: FunctionInstance, object: FlowNode): void {
  analysis.solver.onKinds(object, (kinds) => {
    if (kinds & ~NULLISH) noteFailure(analysis, instance, "throwNotCreated");
  });
}

/** Notes that a function writes to an object, which may be frozen. */
export function noteWrite(
  analysis: Analysis,
  instance: FunctionInstance,
  how: "requireWritable" | "requireRemovable" = "requireWritable",
): void {
  if (isSure(instance) || analysis.failures.has(how)) return;
  analysis.restricted.any.whenMet(() => noteFailure(analysis, instance, how));
}

/** The function that complains, if the analysis has found that it may be needed. */
export function failureOf(analysis: Analysis, failure: Failure): FunctionInstance | undefined {
  const complaint = analysis.failures.get(failure);
  return complaint && currentInstance(complaint);
}
