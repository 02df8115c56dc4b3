import type { BorderFunction, IrClass, IrFunction, Shape } from "../../ir/index.ts";
import type { PropertyWrite } from "../objects/explicit-undefined.ts";
import type { Condition } from "./condition.ts";
import type { FlowNode } from "./flow-node.ts";
import type { FunctionInstance } from "./function-instance.ts";

interface ObjectBase {
  id: number;
  /** The object that it has become one with. */
  merged: AbstractObject | undefined;
  /** Objects with one group, if they meet in a place, become one. */
  group: string | undefined;
}

/** What is known of named properties. */
interface PropertiesState {
  fields: Map<string, FlowNode>;
  /** Told of each field, those that are there already included. */
  fieldListeners: ((name: string, node: FlowNode) => void)[];
  /** Something enumerates its properties, or names one of them at run time. */
  dynamic: boolean;
  /** Something may delete properties of it. */
  removable: boolean;
  /** Told once that is so. */
  removalListeners: (() => void)[];
}

/** Objects with named properties. */
interface PropertiesBase extends ObjectBase, PropertiesState {}

/** Instances of a class: all of them, or, of generic and library classes, those that one place makes. */
export interface InstanceObject extends PropertiesBase {
  type: "instance";
  class: ClassObject;
  /** The analysis of the function that makes it, if there are others of the class. */
  madeIn: FunctionInstance | undefined;
}

/** Objects that literals of one shape make. */
export interface ShapeObject extends PropertiesBase {
  type: "shape";
  shape: Shape;
  getters: Map<string, FunctionObject>;
  setters: Map<string, FunctionObject>;
  /** Orders of keys in which literals make it. */
  orders: KeyOrder[];
  /** Properties of which somebody wants to know whether they can be missing. */
  missing: Map<string, MissingProperty>;
  /** Names of properties that are written after an object has been made. */
  added: Set<string>;
  /** What literals and the rest of the program write to it. */
  writes: PropertyWrite[];
  /** Names of properties that `in` asks for. */
  soughtNames: Set<string>;
  /** What makes dictionaries instead, once properties are written of which nothing is known; `undefined` from then on. */
  openers: (() => void)[] | undefined;
}

/** The keys of a literal: names, and what it spreads. */
export type KeyOrder = readonly (string | FlowNode)[];

/** A property that some of the objects may lack: whether that is known, and what to do once it is. */
export interface MissingProperty {
  known: boolean;
  actions: (() => void)[];
}

export interface ArrayObject extends ObjectBase {
  type: "array";
  element: FlowNode;
  /** Of arrays that literals of few elements make. */
  positions: ArrayPositions | undefined;
}

/** What each place of an array holds. */
export interface ArrayPositions {
  /** All flow into the array's element; that flows into them once the array has changed. */
  nodes: FlowNode[];
  /** Elements are moved, added or taken away. */
  changed: Condition;
}

/** A function as a value, with the scope that it was made in. Its fields are what the program has given it. */
export interface FunctionObject extends PropertiesBase {
  type: "function";
  function: IrFunction;
  scope: FunctionInstance | undefined;
  /** The object whose methods are analysed apart, for its methods. */
  owner: AbstractObject | undefined;
}

/** A class as a value; its fields are the static ones. */
export interface ClassObject extends PropertiesBase {
  type: "class";
  definition: IrClass;
  scope: FunctionInstance | undefined;
  /** What it extends, once that is known. */
  base: ClassObject | undefined;
  /** What waits for that. */
  waiting: (() => void)[];
  /** The instances, if they are not analysed apart. */
  instance: InstanceObject | undefined;
}

/** A JavaScript function that came in as an argument. */
export interface HostFunctionObject extends ObjectBase {
  type: "hostFunction";
  border: BorderFunction;
  parameters: FlowNode[];
  /** What holds all further arguments, if the last parameter takes them. */
  rest: ArrayObject | undefined;
  result: FlowNode;
  /** What it is called on; JavaScript is told if the program ever says so itself, as in `f.call(receiver)`. */
  receiver: FlowNode;
  isCalledOn: Condition;
}

/** How the numbers of a storage lie in memory. */
export type TypedElement = "i8" | "i16" | "i32" | "f32" | "f64";

/** Storage for packed numbers, which only the library sees; one object for all of an element type. */
export interface TypedObject extends ObjectBase {
  type: "typed";
  element: TypedElement;
}

export type AbstractObject =
  | InstanceObject
  | ShapeObject
  | ArrayObject
  | FunctionObject
  | ClassObject
  | HostFunctionObject
  | TypedObject;

/** Objects that have named properties of their own. */
export type PropertiesObject = InstanceObject | ShapeObject | ClassObject | FunctionObject;

/** The object that it stands for now. */
export function canonical<T extends AbstractObject>(object: T): T {
  let current: AbstractObject = object;
  while (current.merged) current = current.merged;
  return current as T;
}

/** The properties of an object that has none. */
export function noProperties(): PropertiesState {
  return { fields: new Map(), fieldListeners: [], dynamic: false, removable: false, removalListeners: [] };
}
