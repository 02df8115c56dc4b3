import { eventFields, eventTargetFields, isEventPath } from "@rune/schema";
import { eventOutsideHandler, unknownEventPath } from "./messages.ts";
import { suggestName } from "../names/suggest.ts";
import type { ExpressionNode } from "./ast.ts";
import { typed } from "./lowered.ts";
import type { LowerContext, Lowered } from "./lowered.ts";
import type { StaticType } from "./static-type.ts";

/** The names that follow `$event` in a node, or `undefined` for a node that is no such path. */
export function readEventPath(node: ExpressionNode): string[] | undefined {
  if (node.type === "name") return node.name === "$event" ? [] : undefined;
  const parent = node.type === "member" ? readEventPath(node.object) : undefined;
  return parent && node.type === "member" ? [...parent, node.name] : undefined;
}

const stringPaths: ReadonlySet<string> = new Set(["type", "key", "code", "target.value", "target.name", "target.id"]);
const boolPaths: ReadonlySet<string> = new Set(["altKey", "ctrlKey", "metaKey", "shiftKey", "target.checked"]);

function findType(path: string): StaticType {
  if (stringPaths.has(path)) return "string";
  if (boolPaths.has(path)) return "bool";
  if (path === "button") return "integer";
  return path === "clientX" || path === "clientY" ? "number" : "unknown";
}

/** Resolves a path on the event record; other paths than the record's are reported. */
export function lowerEvent(context: LowerContext, node: ExpressionNode, path: string[]): Lowered {
  if (!context.inHandler) {
    context.page.reporter.report(eventOutsideHandler(), context.locate(node.start, node.start + "$event".length));
  }
  return lowerPath(context, node, path);
}

function lowerPath(context: LowerContext, node: ExpressionNode, path: string[]): Lowered {
  if (isEventPath(path)) return typed(["event", ...path], findType(path.join(".")));
  const parent = path.slice(0, -1);
  if (node.type === "member" && parent.length > 0) {
    // Below a value of the record begin ordinary properties, such as the length of a text.
    const isProperty = isEventPath(parent) && (node.name === "length" || parent[1] === "files");
    if (isProperty) return typed(["get", lowerPath(context, node.object, parent).expression, node.name], "unknown");
    if (!isEventPath(parent) && parent.join(".") !== "target") return lowerPath(context, node.object, parent);
  }
  reportPath(context, node, path);
  return typed(null, "unknown");
}

function reportPath(context: LowerContext, node: ExpressionNode, path: string[]): void {
  const isOnTarget = path[0] === "target";
  const fields = isOnTarget ? eventTargetFields : eventFields;
  const prefix = isOnTarget ? "$event.target." : "$event.";
  const near = suggestName(path.at(-1) ?? "", fields);
  const known = fields.filter((field) => field !== "target").map((field) => prefix + field);
  const span = node.type === "member" ? node.nameSpan : node;
  const message = unknownEventPath(path.join("."), known, near === undefined ? undefined : prefix + near);
  context.page.reporter.report(message, context.locate(span.start, span.end));
}

/** Refuses a computed key on the record itself, which no check could follow. */
export function checkEventKey(context: LowerContext, object: ExpressionNode, key: ExpressionNode): void {
  if (readEventPath(object)?.length !== 0) return;
  const known = eventFields.map((field) => `$event.${field}`);
  context.page.reporter.report(unknownEventPath("[…]", known), context.locate(key.start, key.end));
}
