import type { AbstractObject, FunctionInstance, Inference } from "../../infer/index.ts";
import { currentInstance } from "../../infer/index.ts";
import { ArrayWriteFinder } from "../array-writes.ts";

/** The arrays that the program itself changes; what JavaScript does to them through the border is not counted. */
export function findWrittenArrays({ analysis, border }: Inference): ReadonlySet<AbstractObject> {
  const operations = new Set<FunctionInstance>();
  for (const crossing of border.crossings.values()) {
    for (const { instance } of crossing.operations.values()) operations.add(currentInstance(instance));
  }
  const finder = new ArrayWriteFinder();
  const written = new Set<AbstractObject>();
  for (const instance of analysis.instances) {
    if (instance.merged || operations.has(instance)) continue;
    for (const object of finder.written(instance)) written.add(object);
  }
  return written;
}
