/** What the checker of types says of a generated text, from offset to offset. */
export type ViewFinding = { start: number; end: number } & ViewProblem;

/** What is wrong, with types in TypeScript's words. */
export type ViewProblem =
  | MissingProperty
  | WrongArgument
  | ImpossibleComparison
  | WrongList
  | { type: "key"; given: string }
  | WrongProp
  | { type: "operand"; given: string }
  /** A value that is written down is not of the type of its place, or has a property that the type does not have. */
  | { type: "value"; reason: string; isExcess: boolean }
  | { type: "model"; given: string; entered: string }
  | WrongOption;

/** A path leads to something that is not there. */
export interface MissingProperty {
  type: "property";
  name: string;
  owner: string;
  /** What is there instead. */
  known: readonly string[];
  /** It is there, but is a method. */
  isMethod: boolean;
}

/** An argument is of another type than the parameter. */
export interface WrongArgument {
  type: "argument";
  /** As `toggle(id: number)`. */
  signature: string;
  /** Absent where no one parameter is to blame. */
  parameter?: { name: string; type: string };
  given: string;
  /** What is given is the record of the event. */
  isEvent?: boolean;
  /** Some values of the type fit: `absent` if only nothing does not, `other` if it is not known to be one of them. */
  mayBe?: "absent" | "other";
  /** Why it does not fit, where that is not obvious. */
  reason?: string;
}

/** A component is given a value of another type than its controller's variable. */
export interface WrongProp {
  type: "prop";
  name: string;
  expected: string;
  given: string;
  /** As of {@link WrongArgument}. */
  mayBe?: WrongArgument["mayBe"];
}

/** Two values are compared that are never equal. */
export interface ImpossibleComparison {
  type: "comparison";
  left: string;
  right: string;
  /** The text that is compared with, if it is written down, and those that can be there. */
  text?: string;
  texts: readonly string[];
}

/** What can be chosen in a field is no value of its place. */
export interface WrongOption {
  type: "option";
  text: string;
  given: string;
  /** The texts that the place takes, where it does not take all. */
  texts: readonly string[];
}

/** What rows cannot be made of. */
export interface WrongList {
  type: "list";
  given: string;
  /** An object whose entries are probably meant: its properties have any name. */
  isRecord: boolean;
}
