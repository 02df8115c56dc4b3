import {
  checkAttributeName,
  describeRefusal,
  isBlockBinding,
  isSafePropertyName,
  type Binding,
  type NodePath,
  type Template,
  type ViewNode,
} from "@rune/schema";
import { viewInvalid, viewMarkupRefused } from "../messages.ts";
import { checkExpression, type ExpressionScope } from "./check-expression.ts";
import { checkStaticAttribute } from "./check-nodes.ts";
import type { Place, ViewContext } from "./view-context.ts";

/** Checks one binding: its place, the names in it, and its expressions; `rows` counts the rows around the template. */
export function checkBinding(
  context: ViewContext,
  template: Template,
  binding: Binding,
  rows: number,
  place: Place,
): void {
  const node = findNode(template, binding.at);
  const fail = (problem: string): never => {
    throw viewInvalid(context.file, place(), problem);
  };
  const isBlock = isBlockBinding(binding);
  if (isBlock && node !== null) fail("its place is not kept for a block");
  if (!isBlock && !Array.isArray(node)) fail("its place is no element");
  const check = (expression: unknown, scope: Partial<ExpressionScope> = {}): void =>
    checkExpression(expression, { rows, event: false, ...scope }, fail);
  const checkHandler = (handler: string, values: readonly unknown[]): void => {
    if (!isSafePropertyName(handler) || handler === "") fail("it names no handler");
    for (const value of values) check(value, { event: true });
  };
  const tag = Array.isArray(node) ? node[0] : "";

  switch (binding.type) {
    case "attribute": {
      const refusal = checkAttributeName(tag, binding.name);
      if (refusal) throw viewMarkupRefused(context.file, place(), describeRefusal(refusal));
      if (typeof binding.value === "string") checkStaticAttribute(context, tag, binding.name, binding.value, place);
      return check(binding.value);
    }
    case "style":
      if (!/^(--[\w-]+|-?[a-z][a-z-]*)$/i.test(binding.name)) fail("it names no style property");
      return check(binding.value);
    case "class":
      if (binding.name === "" || /\s/.test(binding.name)) fail("it names no class");
      return check(binding.value);
    case "text":
    case "property":
    case "show":
    case "validity":
      return check(binding.value);
    case "model":
      if (!["data", "get", "at"].includes(String(binding.place[0]))) fail("its place cannot be assigned");
      return check(binding.place);
    case "event":
      if (!eventName.test(binding.event)) fail("it names no event");
      return checkHandler(binding.handler, binding.arguments);
    case "link":
      if (typeof binding.to === "string") checkStaticAttribute(context, "a", "href", binding.to, place);
      if (binding.active !== undefined && (binding.active === "" || /\s/.test(binding.active)))
        fail("it names no class");
      return check(binding.to);
    case "ref":
      if (binding.name === "" || !isSafePropertyName(binding.name)) fail("it names no reference");
      return;
    case "if":
      return binding.branches.forEach(({ when }) => when === undefined || check(when));
    case "for":
      check(binding.each);
      if (binding.key !== undefined) check(binding.key, { rows: rows + 1 });
      if (binding.filter !== undefined) check(binding.filter, { rows: rows + 1 });
      return;
    case "component": {
      const { view, props = [], events = [], slots = [] } = binding;
      if (!context.views.has(view)) fail(`there is no view \`${view}\``);
      for (const { name, value } of props) {
        if (!isSafePropertyName(name)) fail(`\`${name}\` may not be read`);
        check(value);
      }
      for (const { event, handler, arguments: values } of events) {
        if (!eventName.test(event)) fail("it names no event");
        checkHandler(handler, values);
      }
      for (const names of [props.map(({ name }) => name), slots.map(({ name }) => name)])
        if (new Set(names).size < names.length) fail("it has a name twice");
      return;
    }
    case "outlet":
    case "slot":
      return;
    default:
      return binding satisfies never;
  }
}

const eventName = /^[A-Za-z][\w:.-]{0,127}$/;

/** The node at a path of child indexes; `undefined` where there is none. Copies no lists: a view has many bindings. */
function findNode(template: Template, path: NodePath): ViewNode | undefined {
  const [root, ...rest] = path;
  let node = template.nodes[root ?? -1];
  for (const index of rest)
    node = Array.isArray(node) ? (node[index + FIRST_CHILD] as ViewNode | undefined) : undefined;
  return node;
}

/** An element is its tag, its attributes, and then its children. */
const FIRST_CHILD = 2;
