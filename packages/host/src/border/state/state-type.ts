/**
 * What can be read of values as a module holds them.
 *
 * - `primitive`: nothing is inside.
 * - `host`: values of JavaScript's; what is inside is read as ever and may have changed since.
 * - `guest`: objects are references of the module, read through what it exports; a value may also be a primitive.
 */
export type StateType = PrimitiveState | HostState | GuestState;

export interface PrimitiveState {
  readonly kind: "primitive";
}

export interface HostState {
  readonly kind: "host";
  /** Tells the module what JavaScript has done to an object that it has of the module. Absent where a value may be of several sources. */
  push?(value: object): void;
}

export interface GuestState {
  readonly kind: "guest";
  /** How a property is read; absent where objects of the type have none that a name leads to. */
  member(name: string): StateMember | undefined;
  /** How elements and entries are read by a key that is only known then. */
  readonly entry: StateEntry | undefined;
  /** How objects are read as lists, if some of them are any. */
  readonly list: StateList | undefined;
  /**
   * Watches an object of the type, by what wants to know of its next change, or `undefined` for nobody; gives what wanted to until now. What it holds that are objects
   * themselves change apart. Missing where the module does not tell: then such objects may have changed each time that it has run.
   */
  readonly watch: WatchObject | undefined;
  /** A value as JavaScript has it: the same object each time, brought up to date. */
  toHost(value: unknown): unknown;
}

/** Watches an object; see {@link GuestState}. */
export type WatchObject = (reference: object, owner: object | undefined) => object | undefined;

/** A property of the objects of a type. */
export interface StateMember {
  readonly type: StateType;
  /** A getter gives it, which may compute it of anything. */
  readonly isComputed: boolean;
  /** Reads it of an object of the type. */
  read(reference: object): unknown;
  /**
   * Assigns it a value of JavaScript's; absent where it cannot be.
   * @throws TypeError for a value that it cannot hold
   */
  write?(reference: object, value: unknown): void;
}

/** The properties of the objects of a type that have no fixed names. */
export interface StateEntry {
  readonly type: StateType;
  read(reference: object, key: string): unknown;
  /** Assigns one, as {@link StateMember.write} does. */
  write?(reference: object, key: string, value: unknown): void;
}

/** The objects of a type as lists. */
export interface StateList {
  /** Type of the elements. */
  readonly type: StateType;
  /** Reads all elements; `undefined` of an object that is no list. */
  read(reference: object): StateItems | undefined;
}

/** The elements of a list. Those of a Map are pairs of a key and a value, in an array of JavaScript's. */
export interface StateItems {
  readonly items: readonly unknown[];
  /** What tells the elements apart, where the list itself has keys. */
  readonly keys?: readonly unknown[];
}

export const primitiveState: PrimitiveState = { kind: "primitive" };
