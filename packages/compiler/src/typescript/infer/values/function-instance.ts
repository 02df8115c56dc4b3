import type { IrFunction, IrVariable } from "../../ir/index.ts";
import type { AbstractObject } from "./abstract-object.ts";
import type { FlowNode } from "./flow-node.ts";
import { createNode } from "./flow-node.ts";
import type { Kinds } from "./kinds.ts";
import type { Site } from "./site.ts";

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
  /** What is called, and where. */
  calls: Map<Site, CallTarget[]>;
  /** Analyses that belong to calls in this one. */
  clones: Map<string, FunctionInstance>;
  /** Objects that are made in this one. */
  allocations: Map<Site, AbstractObject>;
  /** Nodes of values that no expression names, such as the iterator of a loop. */
  places: Map<Site, FlowNode>;
  /** Parameters that are always one text, in calls that intrinsics make. */
  constants: Map<IrVariable, string>;
  merged: FunctionInstance | undefined;
}

/** An analysis of a function's value, of which nothing is known yet. */
export function createInstance(
  id: number,
  { function: definition, scope, owner }: Pick<FunctionInstance, "function" | "scope" | "owner">,
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
