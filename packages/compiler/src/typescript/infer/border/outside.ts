import type { FunctionInstance } from "../values/function-instance.ts";
import { createInstance } from "../values/function-instance.ts";
import { OperationBuilder } from "./operation-builder.ts";

/** The instance that stands for the world outside the program. */
export function outside(): FunctionInstance {
  const { function: definition } = new OperationBuilder("outside");
  return createInstance(-1, { function: definition, scope: undefined, owner: undefined }, undefined);
}
