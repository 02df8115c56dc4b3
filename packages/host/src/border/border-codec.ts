/** How values of one type cross. What a place for the type holds besides is the place's affair. */
export interface BorderCodec {
  /** What the type is called in messages. */
  readonly name: string;
  /** Values are passed as they are, and nothing in them can change. */
  readonly simple: boolean;
  /** Whether a value looks like one of the type; deeper inside it may turn out that it is none. */
  accepts(value: unknown): boolean;
  /** Whether what is inside of a value that is accepted looks right too; where it is missing, there is nothing inside to look at. */
  holds?(value: unknown): boolean;
  /** A value of JavaScript as the module has it: primitives as they are, anything else as a reference. Throws a Mismatch. */
  toGuest(value: unknown): unknown;
  /** A reference of the module that left as this type, as JavaScript has it. */
  toHost(reference: object): unknown;
  /** A reference that is known to be an object of this very type, as JavaScript has it. */
  see(reference: object): unknown;
}

/** An object of the module and what JavaScript has for it. */
export interface Pair {
  readonly value: object;
  readonly reference: object;
  readonly codec: ObjectCodec;
  /** What both sides held when they were last made the same. */
  snapshot: unknown;
  /** The module's object was made for JavaScript's. */
  made: boolean;
  /** The crossing at which each side's changes were last looked for. */
  pushed: number;
  pulled: number;
  /** The next pair of the same JavaScript value, which is an object of the module for each type that it was given as. */
  next: Pair | undefined;
}

/** How objects of one type cross that both sides have as their own: made once, and then kept the same. */
export interface ObjectCodec extends BorderCodec {
  readonly type: number;
  /** Brings changes that JavaScript has made to the module. */
  push(pair: Pair): void;
  /** Brings changes that the module has made to JavaScript. */
  pull(pair: Pair): void;
}
