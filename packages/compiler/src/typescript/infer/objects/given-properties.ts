import type { ClassObject, PropertiesObject } from "../values/abstract-object.ts";
import { canonical } from "../values/abstract-object.ts";
import type { Analysis } from "../analysis.ts";
import type { FlowNode } from "../values/flow-node.ts";
import { UNDEFINED } from "../values/kinds.ts";
import { isNameable } from "../properties/property-keys.ts";

/** A property that an object has been given, if it ever is. */
export function readGiven(analysis: Analysis, target: PropertiesObject, name: string, result: FlowNode): void {
  analysis.onField(target, (given, node) => {
    if (given === name) analysis.solver.connect(node, result);
  });
}

/** A static property: the one of the nearest class that has it, where a class has what it declares and what it is given later. */
export function readStatic(analysis: Analysis, target: ClassObject, name: string, result: FlowNode): void {
  for (let at: ClassObject | undefined = target; at; at = at.base && canonical(at.base)) {
    readGiven(analysis, at, name, result);
    if (at.definition.staticFields.includes(name)) return;
  }
  analysis.solver.addKinds(result, UNDEFINED);
}

/** What reading a static property gives whose name is known at run time only. */
export function readStatics(analysis: Analysis, target: ClassObject, result: FlowNode): void {
  analysis.solver.addKinds(result, UNDEFINED);
  onStatic(analysis, target, (_name, node) => analysis.solver.connect(node, result));
}

/** Writes a static property whose name is known at run time only: one that the class has or inherits. */
export function writeStatics(analysis: Analysis, target: ClassObject, value: FlowNode): void {
  onStatic(analysis, target, (name) => analysis.solver.connect(value, analysis.field(target, name)));
}

function onStatic(analysis: Analysis, target: ClassObject, action: (name: string, node: FlowNode) => void): void {
  let at: ClassObject | undefined = target;
  for (; at && !at.definition.library; at = at.base && canonical(at.base)) {
    analysis.onField(at, (name, node) => {
      if (isNameable(name)) action(name, node);
    });
  }
}
