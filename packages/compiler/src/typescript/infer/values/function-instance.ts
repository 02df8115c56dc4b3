import type { Expression, IrFunction, IrVariable } from "../../ir/index.ts";
import type { AbstractObject, FunctionObject } from "./abstract-object.ts";
import type { FlowNode } from "./flow-node.ts";
import { createNode } from "./flow-node.ts";
import type { Kinds } from "./kinds.ts";

/** One analysis of a function. Functions whose uses are kept apart have several, and each becomes code of its own. */
export interface FunctionInstance {
  id: number;
  function: IrFunction;
  /** The analysis of the function that it is written in. */
  scope: FunctionInstance | undefined;
  /** The analysis whose call made it, if its uses are kept apart. */
  caller: FunctionInstance | undefined;
  /** The object that a method belongs to, if the class's objects are kept apart. */
  owner: AbstractObject | undefined;
  /** A node for each expression that has been visited, by its id. */
  expressions: (FlowNode | undefined)[];
  variables: Map<IrVariable, FlowNode>;
  result: FlowNode;
  /** What each expression that calls something calls, by the expression's id and a use of its own. */
  calls: Map<string, CallTarget[]>;
  /** Analyses that belong to calls in this one. */
  clones: Map<string, FunctionInstance>;
  /** Objects that expressions in this one make, by the expression's id. */
  allocations: Map<string, AbstractObject>;
  /** Nodes of values that no expression names, such as the iterator of a loop. */
  places: Map<string, FlowNode>;
  /** Parameters that are always one text, in calls that intrinsics make. */
  constants: Map<IrVariable, string>;
  merged: FunctionInstance | undefined;
}

/** An analysis of a function's value, of which nothing is known yet. */
export function createInstance(
  id: number,
  { function: definition, scope, owner }: FunctionObject,
  caller: FunctionInstance | undefined,
): FunctionInstance {
  return {
    id,
    function: definition,
    scope,
    caller,
    owner,
    expressions: [],
    variables: new Map(),
    result: createNode(),
    calls: new Map(),
    clones: new Map(),
    allocations: new Map(),
    places: new Map(),
    constants: new Map(),
    merged: undefined,
  };
}

/** A function that a call reaches, and the receiver that leads there. */
export interface CallTarget {
  /** The receiver or the called value: an object, or kinds of primitive values. */
  on: AbstractObject | Kinds;
  instance: FunctionInstance;
}

/** The analysis that it stands for now. */
export function currentInstance(instance: FunctionInstance): FunctionInstance {
  let current = instance;
  while (current.merged) current = current.merged;
  return current;
}

/** A key that names the object that it is about. */
export function keyOn(site: string, object: AbstractObject): string {
  return `${site}\0${object.id}\0`;
}

/** A key in parts: what comes before the object, the object's number, what comes after it. */
export function splitKey(key: string): { before: string; object: number | undefined; after: string } {
  const [before = "", object, after = ""] = key.split("\0", 3);
  return { before, object: object === undefined ? undefined : Number(object), after };
}

/** The name under which an expression's calls, clones and objects are kept; `use` tells apart what one expression does. */
export function siteKey(expression: Expression, use = ""): string {
  return `${expression.id}${use}`;
}
