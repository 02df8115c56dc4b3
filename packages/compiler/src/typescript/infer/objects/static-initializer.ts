import type { ClassObject } from "../values/abstract-object.ts";
import { callFunction } from "../calls/calls.ts";
import { createNode } from "../values/flow-node.ts";
import { siteOfStatics } from "../values/site.ts";
import type { Visit } from "../visitors/visit.ts";

/** Runs the static fields and blocks of a class. */
export function visitStaticInitializer({ analysis, instance }: Visit, classObject: ClassObject): void {
  const { definition } = classObject;
  for (const name of definition.staticFields) analysis.field(classObject, name);
  if (!definition.staticInitializer) return;
  callFunction(analysis, instance, siteOfStatics(classObject), {
    on: classObject,
    target: analysis.functionObject(definition.staticInitializer, classObject.scope),
    receiver: classObject,
    arguments: [],
    result: createNode(),
  });
}
