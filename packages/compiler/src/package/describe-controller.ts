import { nameInnerView, type ControllerInterface } from "../html/index.ts";
import type { CompiledController, CompiledControllers } from "./compile-controllers.ts";

/** What a view can ask of its controller; absent where that did not compile. */
export function describeController(compiled: CompiledController | undefined): ControllerInterface | undefined {
  if (!compiled?.module) return undefined;
  const { exports, effects, variables, updates } = compiled.module.own;
  const path = compiled.source.file;
  const file = path.slice(path.lastIndexOf("/") + 1);
  return { file, exports, updates, ...(effects && { effects }), ...(variables && { variables }) };
}

/** The same for all controllers, by the names of their views: a file's views are compiled together. */
export function describeInner(controllers: CompiledControllers, owner: string): Record<string, ControllerInterface> {
  const described: Record<string, ControllerInterface> = {};
  for (const [name, compiled] of controllers) {
    if (!name.startsWith(nameInnerView(owner, ""))) continue;
    const controller = describeController(compiled);
    if (controller) described[name] = controller;
  }
  return described;
}
