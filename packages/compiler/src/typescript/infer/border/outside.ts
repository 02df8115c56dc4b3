import { createNode } from "../values/flow-node.ts";
import type { FunctionInstance } from "../values/function-instance.ts";
import { OperationBuilder } from "./operation-builder.ts";

/** The instance that stands for the world outside the program. */
export function outside(): FunctionInstance {
  return {
    id: -1,
    function: new OperationBuilder("outside").function,
    scope: undefined,
    caller: undefined,
    owner: undefined,
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
