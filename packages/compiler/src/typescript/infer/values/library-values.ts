import type { IrVariable } from "../../ir/index.ts";
import type { ClassObject, FunctionObject } from "./abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import type { FlowNode } from "./flow-node.ts";

/** A class of the library. */
export function libraryClass(analysis: Analysis, name: string): ClassObject | undefined {
  const held = analysis.library.get(name)?.holds;
  return held?.type === "class" ? analysis.classObject(held, undefined) : undefined;
}

/** A function that the library exports; it is an error of ours if there is none. */
export function libraryFunction(analysis: Analysis, name: string): FunctionObject {
  const held = analysis.library.get(name)?.holds;
  if (held?.type !== "function") throw new Error(`the library has no function ${name}`);
  return analysis.functionObject(held, undefined);
}

/** The node of what the library exports under a name. */
export function libraryNode(analysis: Analysis, name: string): FlowNode {
  const variable: IrVariable | undefined = analysis.library.get(name);
  if (!variable) throw new Error(`the library has no ${name}`);
  return analysis.moduleVariable(variable);
}
