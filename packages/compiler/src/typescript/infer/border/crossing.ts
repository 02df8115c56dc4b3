import type { BorderType } from "../../ir/index.ts";
import type { AbstractObject } from "../values/abstract-object.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";

/** What JavaScript does with values of a type, as a function of the module: reads a field, calls a method, makes an array. */
export interface BorderOperation {
  /** Unique among the operations of a type. */
  name: string;
  instance: FunctionInstance;
  /** How many objects of the type it takes before its parameters. */
  handles: number;
  parameters: readonly BorderType[];
  /** `undefined` for nothing. */
  result: BorderType | "handle" | undefined;
}

/** A type whose values cross between JavaScript and the program. */
export interface Crossing {
  type: BorderType;
  /** What JavaScript holds as this type: made of its own values, or handed out. Operations work on these. */
  own: FlowNode;
  /** What JavaScript can give as this type: also what it holds as types that this one accepts. */
  objects: FlowNode;
  /** What leaves the program as this type. */
  leaving: FlowNode;
  /** How each object that leaves as this type is seen. */
  views: Map<AbstractObject, BorderType>;
  /** Types whose objects may come in as this one: JavaScript got them as those. */
  accepts: Set<Crossing>;
  /** What entries of this type were to JavaScript when it got them. */
  leftAs: Set<BorderType>;
  enters: boolean;
  held: boolean;
  /** The host may ask to be told of changes to its objects. */
  watched: boolean;
  operations: Map<string, BorderOperation>;
}

/** A type of which nothing is known yet. */
export function createCrossing(type: BorderType): Crossing {
  return {
    type,
    own: createNode(),
    objects: createNode(),
    leaving: createNode(),
    views: new Map(),
    accepts: new Set(),
    leftAs: new Set(),
    enters: false,
    held: false,
    watched: false,
    operations: new Map(),
  };
}
