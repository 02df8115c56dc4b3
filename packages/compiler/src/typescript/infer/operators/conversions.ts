import { callFunction } from "../calls/calls.ts";
import type { FlowNode } from "../values/flow-node.ts";
import type { Kinds } from "../values/kinds.ts";
import { HOST } from "../values/kinds.ts";
import { libraryFunction } from "../values/library-values.ts";
import type { Visit } from "../visitors/visit.ts";
import type { Site } from "../values/site.ts";

/** Calls a function of the library with values that are there already. `site` is where in the function. */
export function libraryCall(
  { analysis, instance }: Visit,
  site: Site,
  name: string,
  args: readonly FlowNode[],
  result: FlowNode,
  wanted: () => boolean = () => true,
): void {
  const start = (): void => {
    const target = libraryFunction(analysis, name);
    callFunction(analysis, instance, site, {
      on: target,
      target,
      receiver: undefined,
      arguments: args.map((node) => ({ node, spread: false })),
      result,
    });
  };
  if (wanted()) start();
  else analysis.hostThrows.whenMet(start);
}

/** Calls the library's `conversion` with the node, once an object, an opaque value or one of further kinds reaches it. */
export function callOnObjects(
  visit: Visit,
  site: Site,
  node: FlowNode,
  conversion: string,
  result: FlowNode,
  further: Kinds = 0,
): void {
  const { solver } = visit.analysis;
  let called = false;
  const start = (): void => {
    if (called) return;
    called = true;
    libraryCall(visit, site, conversion, [node], result);
  };
  solver.onObject(node, start);
  solver.onKinds(node, (kinds: Kinds) => {
    if (kinds & (HOST | further)) start();
  });
}
