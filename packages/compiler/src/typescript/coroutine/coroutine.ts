import type { Expression, ExpressionOf, IrVariable, Label, Statement } from "../ir/index.ts";
import type { Builder } from "./build.ts";
import type { Segments } from "./segments.ts";

/** An `await` or `yield`. */
export type Suspension = ExpressionOf<"await"> | ExpressionOf<"yield">;

/** How a suspension is carried out. */
export interface Stop {
  /** What comes before the state is noted. */
  prepare: Statement[];
  /** Arranges that the function is resumed; nothing of the function runs afterwards. */
  arrange: Statement[];
  /** When it is resumed, before the value is there: may throw or return. */
  resume: Statement[];
  /** What the `await` or `yield` gives. `isNeeded` says that it must be evaluated in any case. */
  value: Expression;
  isNeeded: boolean;
}

/** What differs between generators, async functions and async generators. */
export interface CoroutineKind {
  stop(suspension: Suspension): Stop;
  /** What the resumed function gives when it stops. */
  stopped(): Expression | undefined;
  /** Ends the function with a value. */
  finish(value: Expression | undefined): Statement[];
  /** `yield* value`, as statements that leave what it gives in the variable. */
  delegate(value: Expression, result: IrVariable): Statement[];
}

/** Code whose leaving is seen to: jumps out of it are noted and end it; what comes after it carries them out. */
export interface Protection {
  label: Label;
  /** 0 if the code has ended by itself, else one more than the index of the jump. */
  completion: IrVariable;
  jumps: Label[];
}

/** A function that is being taken apart. */
export interface Coroutine {
  /** Builds in the function that is resumed. */
  build: Builder;
  kind: CoroutineKind;
  /** Where to go on, from one call to the next. */
  state: IrVariable;
  /** Where to go on in this call; 0 once that has been reached. */
  at: IrVariable;
  /** How many places there are to go on at. */
  stops: number;
  segments: Segments;
  /** From the outside in. */
  protections: Protection[];
  /** How many of the protections there were around a label. */
  depths: Map<Label, number>;
  /** How many statements of the intermediate form are around that do something themselves when they are left. */
  guards: number;
  /** Where a `return` goes that something is to be done for first, and its value. */
  end: { label: Label; used: boolean; result: IrVariable };
  /** Yields that give no value and look at nothing when they go on. */
  bare: WeakSet<Suspension>;
}
