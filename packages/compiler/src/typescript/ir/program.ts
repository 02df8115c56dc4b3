import type { BorderType, DeclaredTypes } from "./border-type.ts";
import type { Expression, ExpressionOf } from "./expressions.ts";
import type { Position } from "./position.ts";
import type { Statement } from "./statements.ts";

/**
 * The intermediate form: TypeScript with its meaning kept and its sugar gone.
 *
 * Values are those of JavaScript and carry no static type; what can flow where is found out later, over the whole program.
 * Destructuring, compound assignment, optional chaining, default values, enums and `for…in` are already expressed by
 * the few expressions and statements of this folder. Every expression has an `id`, unique in its function, so that facts
 * about it are kept in arrays beside the tree.
 */
export interface IrModule {
  file: string;
  /** Module-level variables, functions and classes included. */
  variables: IrVariable[];
  /** Top-level code, a function without parameters. */
  body: IrFunction;
  /** What it exports, by exported name. */
  exports: Map<string, IrVariable>;
  /**
   * Its top-level code makes a controller: it runs when that is asked for, once or many times, and gives an object of what it exports. With
   * `many`, what it declares are variables of that code, not of the module.
   */
  makes?: "one" | "many";
}

/** The author's modules in order of evaluation, and what JavaScript sees of the entry. */
export interface IrProgram {
  modules: IrModule[];
  exports: IrExport[];
  /** What of the exports makes controllers. */
  controllers: IrController[];
  declared: DeclaredTypes;
}

/** An export that makes a controller. */
export interface IrController {
  /** Of the export. */
  name: string;
  /** The file whose top-level code makes it. */
  file: string;
  type: Extract<BorderType, { type: "controller" }>;
  /** The object that it is: of what it exports it has what belongs to it alone. */
  object: ExpressionOf<"object">;
  /** Setters of its variables, for those that JavaScript assigns. */
  setters: ReadonlyMap<string, IrFunction>;
}

/** An export of the entry module. */
export interface IrExport {
  name: string;
  variable: IrVariable;
  type: BorderType;
  /** JavaScript may assign it. */
  assigned: boolean;
}

export type VariableKind =
  | "const"
  | "let"
  | "var"
  | "parameter"
  | "this"
  | "function"
  | "class"
  | "catch"
  | "temporary";

/** A variable. Names may repeat, the object is the identity. */
export interface IrVariable {
  name: string;
  kind: VariableKind;
  /** A constant of the author's that is a variable nevertheless: another build of the module may bring its value. */
  constant?: true;
  /** The function that it belongs to; `undefined` at module level. */
  owner: IrFunction | undefined;
  /** A function inside its owner uses it. Module-level variables are never captured. */
  captured: boolean;
  /** Assignments besides its declaration. */
  writes: number;
  /** The one function or class that it always holds, for declarations. */
  holds: IrFunction | IrClass | undefined;
  /** The value of a temporary that is read only as the key of elements. */
  key?: Expression;
  position: Position;
}

/** How a function's calls run: to the end, or in pieces. */
export type FunctionKind = "ordinary" | "generator" | "async" | "asyncGenerator";

export interface IrFunction {
  type: "function";
  name: string;
  kind: FunctionKind;
  parameters: IrParameter[];
  /** The property `length`, if it is not what the parameters say. */
  length?: number;
  /** The receiver, in methods, constructors, accessors and functions that mention `this`. Arrow functions use that of their owner. */
  thisVariable: IrVariable | undefined;
  body: Statement[];
  /** The function that it is written in; `undefined` at module level. */
  parent: IrFunction | undefined;
  /** Has type parameters of its own: calls of it are analysed apart. */
  generic: boolean;
  /** Belongs to the library that is compiled with each program. */
  library: boolean;
  /**
   * Functions of the library are analysed apart for each call of them, unless they say otherwise: once for all calls, or once for each object
   * that they are called on.
   */
  analyzed: "once" | "byReceiver" | undefined;
  /** A function of the library that writes what the program asks it to, where it asks: that is looked at as the program's own writes are. */
  checked?: true;
  /** Variables of its own that its closure keeps from one call to the next. A function that has some is always a closure. */
  kept: IrVariable[];
  /** Number of expression ids handed out. */
  expressions: number;
  position: Position;
}

/** A parameter. Default values are part of the body: `if (p === undefined) p = …`. */
export interface IrParameter {
  variable: IrVariable;
  /** Takes all further arguments as an array. Only the last one may. */
  rest: boolean;
  /** Has a default value: from the first such parameter on, none counts for the function's `length`. */
  hasDefault?: true;
}

/** A method, getter or setter of a class or its static side. */
export interface IrMethod {
  name: string;
  kind: "method" | "get" | "set";
  static: boolean;
  function: IrFunction;
}

/**
 * A class. Private names keep their `#`; well-known symbols are written `@@iterator`. Names with `#` or `@@` are never enumerated.
 */
export interface IrClass {
  type: "class";
  name: string;
  /** Evaluates to the class that it extends. */
  base: Expression | undefined;
  /** Names of the fields that instances have from the start, in order of declaration (parameter properties first). */
  fields: string[];
  /** Sets the declared fields on its `this`; runs before the constructor's body, or when `super(…)` returns. */
  initializer: IrFunction | undefined;
  /** `undefined`: the implicit one, which passes its arguments on to the base class. Parameter properties are assigned in its body. */
  construct: IrFunction | undefined;
  methods: IrMethod[];
  /** Static fields and blocks, with the class as its `this`. */
  staticInitializer: IrFunction | undefined;
  staticFields: string[];
  /** Has type parameters: instances that are made in different places are analysed apart. */
  generic: boolean;
  library: boolean;
  position: Position;
}
