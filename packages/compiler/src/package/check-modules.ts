import { findNearest, type Diagnostic, type View, type ViewNode } from "@rune/schema";
import type { CompiledModule } from "../engines/index.ts";
import { messages } from "./messages.ts";
import { diagnose, diagnoseRange, type Message, type SourceText } from "./source-text.ts";

/** A page's controller beside the view that it works on. */
export interface ControlledPage {
  controller?: SourceText | undefined;
  module?: CompiledModule | undefined;
  view?: View | undefined;
}

/** Checks what controllers do against what they export and what their views have. */
export function checkModules(pages: readonly ControlledPage[]): Diagnostic[] {
  const nodes = pages.map(({ view }) => view && listNodes(view));
  const everywhere = new Set(nodes.flatMap((each) => [...(each?.names ?? [])]));
  return pages.flatMap(({ controller, module, view }, i) => {
    if (!controller || !module) return [];
    const own = nodes[i];
    return [
      ...checkTimers(controller, module),
      ...(view && own && !own.isOpen ? checkTargets(controller, module, view.name, own.names, everywhere) : []),
    ];
  });
}

function checkTimers(controller: SourceText, { imports, exports }: CompiledModule): Diagnostic[] {
  const used = imports.find((name) => name === "set_timeout" || name === "set_interval");
  if (used === undefined || exports.some(({ name }) => name === "on_timer")) return [];
  return [diagnoseCall(messages.app_timer_unhandled(used), controller, used)];
}

function checkTargets(
  controller: SourceText,
  { targets, dependencies }: CompiledModule,
  page: string,
  names: ReadonlySet<string>,
  everywhere: ReadonlySet<string>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { node, function: caller } of targets) {
    if (names.has(node) && (node !== page || caller === "update_data")) continue;
    // A file that several controllers import may name the nodes of each.
    if (dependencies.length > 0 && everywhere.has(node)) continue;
    const known = [...names].filter((name) => name !== page || caller === "update_data");
    const message = messages.app_node_unknown(caller, node, page, findNearest(node, known));
    diagnostics.push(diagnoseCall(message, controller, caller, node));
  }
  return diagnostics;
}

/** What a view calls its nodes, and whether ids from data come to that. */
function listNodes({ name, templates }: View): { names: Set<string>; isOpen: boolean } {
  const names = new Set([name]);
  let isOpen = false;
  for (const { nodes, bindings } of templates) {
    for (const node of nodes) collectIds(node, names);
    for (const binding of bindings) {
      if (binding.type === "ref") names.add(binding.name);
      if (binding.type === "attribute" && binding.name === "id") isOpen = true;
    }
  }
  return { names, isOpen };
}

function collectIds(node: ViewNode, names: Set<string>): void {
  if (!Array.isArray(node)) return;
  const [, attributes, ...children] = node;
  if (attributes["id"] !== undefined) names.add(attributes["id"]);
  for (const child of children) collectIds(child, names);
}

/** A diagnostic at the first such call, or about the whole file where the call stands in another one. */
function diagnoseCall(message: Message, controller: SourceText, caller: string, argument?: string): Diagnostic {
  const literal = argument?.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const rest = literal === undefined ? "" : `[\\s(]*(["'\`])${literal}\\1`;
  const call = new RegExp(`\\b${caller}\\s*\\(${rest}`).exec(controller.text);
  if (!call) return diagnose(message, controller.file);
  const end = call.index + call[0].length;
  return argument === undefined
    ? diagnoseRange(message, controller, call.index, end - 1)
    : diagnoseRange(message, controller, end - argument.length - 2, end);
}
