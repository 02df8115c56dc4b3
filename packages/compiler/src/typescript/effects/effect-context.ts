import type { AbstractObject, Analysis, FunctionInstance } from "../infer/index.ts";
import type { IrFunction, IrVariable } from "../ir/index.ts";
import type { Reach } from "./reach.ts";
import type { Summary } from "./summary.ts";

/** What summaries are made with. */
export interface EffectContext {
  analysis: Analysis;
  /** Constructors and field initialisers, whose `this` is new. */
  constructors: ReadonlySet<IrFunction>;
  /** Objects that can have been there before. */
  old: ReadonlySet<AbstractObject>;
  reach: Reach;
  /** Constants that the library leaves as they were. */
  steady: ReadonlySet<IrVariable>;
  /** The analyses of a function. */
  instancesOf(definition: IrFunction): readonly FunctionInstance[];
  summaryOf(instance: FunctionInstance): Summary;
}
