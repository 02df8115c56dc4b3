import { findNearest, type Diagnostic, type View, type ViewNode } from "@rune/schema";
import type { CompiledModule } from "../engines/index.ts";
import type { CompiledControllers, ControllerModule } from "./compile-controllers.ts";
import type { CompiledPage } from "./compile-page.ts";
import { locateCall } from "./locate-call.ts";
import { messages } from "./messages.ts";
import { diagnose, diagnoseRange, type Message, type SourceText } from "./source-text.ts";
import { assetFunctions } from "./check-asset-calls.ts";
import { navigators } from "./check-navigation.ts";

/** What a view calls its nodes. */
interface ViewNodes {
  /** Of the page, if it is one. */
  page?: string;
  names: Set<string>;
  /** Other names come from data, or the view is not known. */
  isOpen: boolean;
}

/** Checks what controllers do against what they export and what their views have. */
export function checkModules(
  controllers: CompiledControllers,
  pages: readonly Pick<CompiledPage, "page" | "view">[],
  components: readonly View[],
): Diagnostic[] {
  const inner = components.map(listNodes);
  const views = new Map(pages.map(({ page, view }) => [page.name, view ? addNodes(listNodes(view), inner) : unknown]));
  // A component's controller works on whatever page shows it.
  const anywhere = addNodes({ names: new Set(), isOpen: false }, [...views.values(), ...inner]);
  return [...controllers].flatMap(([name, { source, module }]) => {
    if (!module) return [];
    const own = views.get(name) ?? anywhere;
    // A file that several controllers import may name the nodes of each.
    const isShared = module.own.dependencies.length > 0;
    const others = isShared ? [...views.values()].filter((each) => each !== own) : [];
    return [...checkTimers(source, module), ...checkTargets(source, module.own, { name, own, others })];
  });
}

function checkTimers(controller: SourceText, { whole, own }: ControllerModule): Diagnostic[] {
  const used = whole.imports.find((name) => name === "set_timeout" || name === "set_interval");
  // Who of several controllers in one module sets a timer, nothing tells.
  const all = [whole, own, ...(whole.controllers ?? [])];
  if (used === undefined || all.some(({ exports }) => exports.some(({ name }) => name === "on_timer"))) return [];
  return [diagnoseCall(messages.app_timer_unhandled(used), controller, used)];
}

/** The nodes that a controller can name. */
interface ReachedNodes {
  /** Name of its view. */
  name: string;
  own: ViewNodes;
  /** Those of other pages. */
  others: readonly ViewNodes[];
}

function checkTargets(
  controller: SourceText,
  { targets }: CompiledModule,
  { name, own, others }: ReachedNodes,
): Diagnostic[] {
  const all = [own, ...others];
  if (all.some(({ isOpen }) => isOpen)) return [];
  const diagnostics: Diagnostic[] = [];
  for (const { node, function: caller } of targets) {
    if (navigators.has(caller) || assetFunctions.has(caller)) continue;
    // The page itself has data and is no element.
    const takesPage = caller === "update_data";
    if (all.some(({ names }) => names.has(node)) || (takesPage && [name, ...others.flatMap(nameOf)].includes(node))) {
      continue;
    }
    const nearest = findNearest(node, takesPage ? [name, ...own.names] : own.names);
    const message = messages.app_node_unknown({ caller, node, takesPage }, name, nearest);
    diagnostics.push(diagnoseCall(message, controller, caller, node));
  }
  return diagnostics;
}

function nameOf({ page }: ViewNodes): string[] {
  return page === undefined ? [] : [page];
}

/** A page may show any component. */
function addNodes(view: ViewNodes, inner: readonly ViewNodes[]): ViewNodes {
  const names = new Set([view, ...inner].flatMap((each) => [...each.names]));
  return { ...view, names, isOpen: view.isOpen || inner.some(({ isOpen }) => isOpen) };
}

const unknown: ViewNodes = { names: new Set(), isOpen: true };

function listNodes({ name, templates }: View): ViewNodes {
  const names = new Set<string>();
  let isOpen = false;
  for (const { nodes, bindings } of templates) {
    for (const node of nodes) collectIds(node, names);
    for (const binding of bindings) {
      if (binding.type === "ref") names.add(binding.name);
      if (binding.type === "attribute" && binding.name === "id") isOpen = true;
    }
  }
  return { page: name, names, isOpen };
}

function collectIds(node: ViewNode, names: Set<string>): void {
  if (!Array.isArray(node)) return;
  const [, attributes, ...children] = node;
  if (attributes["id"] !== undefined) names.add(attributes["id"]);
  for (const child of children) collectIds(child, names);
}

/** A diagnostic at the first such call, or about the whole file where the call stands in another one. */
function diagnoseCall(message: Message, controller: SourceText, caller: string, argument?: string): Diagnostic {
  const call = locateCall(controller, caller, argument);
  return call ? diagnoseRange(message, controller, call.start, call.end) : diagnose(message, controller.file);
}
