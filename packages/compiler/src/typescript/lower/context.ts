import type { Diagnostic } from "@rune/schema";
import type ts from "typescript";
import type {
  BorderFunction,
  BorderType,
  IrClass,
  IrFunction,
  IrModule,
  IrVariable,
  Label,
  Shape,
} from "../ir/index.ts";
import type { Asked } from "./types/asked.ts";
import type { AssignedValues } from "./types/assigned-values.ts";
import type { Assignments } from "./types/assignments.ts";
import { Instantiations } from "./types/instantiations.ts";

/** Where TypeScript's meaning of names is known. */
export interface CheckedContext {
  checker: ts.TypeChecker;
  /** The files of the program; whatever is declared elsewhere is the library's. */
  modules: { has(file: ts.SourceFile): boolean };
}

/** What the lowering of all files of one program shares. */
export interface SharedContext extends CheckedContext {
  /** The files are the library's: no narrowing, and `$name(…)` is an intrinsic. */
  library: boolean;
  /** All data that the entry or a controller exports can be assigned from outside. */
  replaceable: boolean;
  /** The files that are lowered, with what becomes of them. */
  modules: Map<ts.SourceFile, IrModule>;
  /** Guards of variables that may be used before they are declared. */
  guards: Map<ts.Symbol, IrVariable>;
  /** What functions may use too early, for each list of statements that has been looked at. */
  early: Map<ts.Node, ReadonlySet<ts.Symbol>>;
  /** The variables so far, by the symbol that the checker has for them; see `variableOf`. */
  variables: Map<ts.Symbol, IrVariable>;
  /** The function of each function-like node and static block that is being lowered, or was. */
  functions: Map<ts.Node, IrFunction>;
  /** The class of each class node. */
  classes: Map<ts.Node, IrClass>;
  /** Shapes of literals whose declared type has a name, by that type. */
  shapes: Map<ts.Type | ts.Symbol, Shape>;
  /** The types that objects of each shape have, such as instantiations of one interface. */
  shapeTypes: Map<Shape, Set<ts.Type>>;
  /** The type of the instances of each class. */
  classTypes: Map<IrClass, ts.Type>;
  /** TypeScript's declarations of library classes, by name, once somebody has asked. */
  libraryTypes: Map<string, ts.Symbol> | undefined;
  /** What the files assign to, once somebody has asked. */
  assignments: Assignments | undefined;
  /** The types that are asked of references in each function by guards whose refusal shows nothing, by the reference's text. */
  doubts: Map<ts.Node, ReadonlyMap<string, readonly ts.Type[]>>;
  /** What each function gives the variables and properties that it assigns, once somebody has asked. */
  assigned: Map<ts.Node, AssignedValues>;
  /** What the files ask of properties, once somebody wants to know. */
  askedProperties: ReadonlyMap<string, Asked> | undefined;
  /** Types with `null` besides, by the type without. */
  nullable: Map<BorderType, BorderType>;
  borderTypes: Map<ts.Type, BorderType>;
  instantiations: Instantiations;
  /** The program mentions `setTimeout` or `setInterval`. */
  usesTimers: boolean;
  /** What stands for values of type parameters whose constraint is a type of objects. */
  openTypes: Map<BorderType, BorderType>;
  /** Type parameters whose constraint is being looked at, which may name them: `T extends Comparable<T>`. */
  constraining: Set<ts.Type>;
  /** Functions of several types, by the types. */
  mergedFunctions: Map<string, BorderFunction>;
  /** Variables of modules that code in functions assigns, once for each time. */
  written: IrVariable[];
  /** What each function of a module assigns of them. */
  outerWrites: Map<IrFunction, readonly IrVariable[]>;
  diagnostics: Diagnostic[];
}

/** The class in whose member the code stands; none if that is an object literal. */
export interface Home {
  class: IrClass | undefined;
  static: boolean;
}

/** Where a `break` or `continue` goes. */
export interface JumpTarget {
  /** The author's labels that stand before the statement. */
  names: string[];
  breakLabel: Label;
  /** `undefined` for `switch` and labelled blocks. */
  continueLabel: Label | undefined;
  /** An unlabelled `break` ends it: loops and `switch`. */
  unlabelled: boolean;
}

/** Where the node stands that is being lowered. Contexts are never changed: whoever goes deeper makes a new one. */
export interface LowerContext {
  shared: SharedContext;
  source: ts.SourceFile;
  module: IrModule;
  /** The function whose body it is; it numbers the expressions. */
  function: IrFunction;
  /** The function whose `this` is meant, which is not that of an arrow function; `undefined` at module level. */
  receiver: IrFunction | undefined;
  /** For `super`. Arrow functions have that of their owner. */
  home: Home | undefined;
  /** The code belongs to a constructor, so `new.target` is there. */
  constructing: boolean;
  /** The array of all arguments, in a function that asks for `arguments`. */
  argumentsVariable: IrVariable | undefined;
  /** From the outside in. */
  jumps: JumpTarget[];
}

/** Starts the lowering of a program or of the library. */
export function createSharedContext(
  checker: ts.TypeChecker,
  { library = false, replaceable = false }: Partial<Pick<SharedContext, "library" | "replaceable">>,
): SharedContext {
  return {
    checker,
    library,
    replaceable,
    modules: new Map(),
    guards: new Map(),
    early: new Map(),
    variables: new Map(),
    functions: new Map(),
    classes: new Map(),
    shapes: new Map(),
    shapeTypes: new Map(),
    classTypes: new Map(),
    libraryTypes: undefined,
    assignments: undefined,
    doubts: new Map(),
    assigned: new Map(),
    askedProperties: undefined,
    nullable: new Map(),
    borderTypes: new Map(),
    instantiations: new Instantiations(),
    usesTimers: false,
    openTypes: new Map(),
    constraining: new Set(),
    mergedFunctions: new Map(),
    written: [],
    outerWrites: new Map(),
    diagnostics: [],
  };
}

/** The context of a file's top-level code. */
export function createModuleContext(shared: SharedContext, source: ts.SourceFile, module: IrModule): LowerContext {
  return {
    shared,
    source,
    module,
    function: module.body,
    receiver: undefined,
    home: undefined,
    constructing: false,
    argumentsVariable: undefined,
    jumps: [],
  };
}
