import type { ClassObject } from "./abstract-object.ts";
import { callFunction } from "./calls.ts";
import { createNode } from "./flow-node.ts";
import { keyOn } from "./function-instance.ts";
import type { Visit } from "./visit.ts";

/** Runs the static fields and blocks of a class. */
export function visitStaticInitializer({ analysis, instance }: Visit, classObject: ClassObject): void {
  const { definition } = classObject;
  for (const name of definition.staticFields) analysis.field(classObject, name);
  if (!definition.staticInitializer) return;
  callFunction(analysis, instance, keyOn("static", classObject), {
    on: classObject,
    target: analysis.functionObject(definition.staticInitializer, classObject.scope),
    receiver: classObject,
    arguments: [],
    result: createNode(),
  });
}
