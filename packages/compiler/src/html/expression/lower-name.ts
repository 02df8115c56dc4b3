import { functionNotCalled, globalName, indexOutsideList, suspectName, unknownName } from "./messages.ts";
import { globalNames } from "../names/globals.ts";
import { findRowName, hasUnknownRow, listRowNames } from "../names/scope.ts";
import { suggestName } from "../names/suggest.ts";
import type { NameNode } from "./ast.ts";
import { typed } from "./lowered.ts";
import type { LowerContext, Lowered } from "./lowered.ts";
import type { Shape } from "./shape.ts";

/** Resolves a name: a row variable, `$index`, or a name of the page's data. */
export function lowerName(context: LowerContext, node: NameNode): Lowered {
  const { name } = node;
  const row = findRowName(context.scope, name);
  if (row) {
    return { ...typed([row.part, row.depth], row.part === "index" ? "integer" : "unknown"), shape: row.shape };
  }
  if (name === "$index") {
    if (!context.scope) context.page.reporter.report(indexOutsideList(), context.locate(node.start, node.end));
    return typed(["index", 0], "integer");
  }
  checkDataName(context, node);
  return { ...typed(["data", name], "unknown"), shape: findDataShape(context, name) };
}

function checkDataName(context: LowerContext, node: NameNode): void {
  const { name, start, end } = node;
  const { controller, data, names } = context.page.options;
  if (names === "open" || hasUnknownRow(context.scope)) return;
  const known = [
    ...new Set([
      ...Object.keys(data),
      ...(controller?.variables ?? []).map((each) => each.name),
      ...(controller?.updates.names ?? []),
    ]),
  ];
  if (known.includes(name)) return;
  if (isGiven(context, name)) return noteRead(context, node);
  const { reporter } = context.page;
  const span = context.locate(start, end);
  const visible = [...listRowNames(context.scope), ...known];
  // What has parts is rather a row, or the page's.
  const row = /[.[]/.test(context.page.source.text.charAt(span.end)) ? undefined : context.scope;
  const isEvent = name === "event" && context.inHandler;
  const suggestion = isEvent ? "$event" : suggestName(name, visible);
  if (globalNames.has(name)) reporter.report(globalName(name), span);
  else if (controller?.exports.some((each) => each.name === name)) {
    reporter.report(functionNotCalled(name, controller.file), span);
  } else if (!controller || controller.updates.complete || name.startsWith("$")) {
    reporter.report(unknownName(name, visible, { controller, row, suggestion }), span);
  } else if (suggestion !== undefined) reporter.report(suspectName(name, suggestion), span);
}

/** What nobody else can have means what the uses of a component give it. */
function isGiven({ page }: LowerContext, name: string): boolean {
  if (page.kind !== "component" || name.startsWith("$") || globalNames.has(name)) return false;
  return !page.options.controller?.exports.some((each) => each.name === name);
}

function noteRead({ page, locate }: LowerContext, { name, start, end }: NameNode): void {
  if (!page.reads.has(name)) page.reads.set(name, locate(start, end));
}

/** What `data.json` says holds only as long as no controller changes it. */
function findDataShape(context: LowerContext, name: string): Shape {
  const { controller, data, names } = context.page.options;
  return controller || names === "open" || !Object.hasOwn(data, name) ? undefined : [data[name] ?? null];
}
