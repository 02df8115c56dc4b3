import type { Binding, Expression, NodePath, ViewNode } from "@rune/schema";

/** Deepest part of an expression that is written out, and longest text. */
const [DEEPEST, LONGEST] = [6, 120];

/** Where in its template the element of a binding is, as selectors say it; empty for what stands outside of all elements. */
export function describeElement(nodes: readonly ViewNode[], [index = 0, ...rest]: NodePath): string {
  const node = nodes[index];
  if (!Array.isArray(node)) return "";
  const [tag, { id, class: classes }, ...children] = node;
  const name = describeTag(tag, id, classes);
  const inner = rest.length > 0 && describeElement(children, rest);
  return inner ? `${name} > ${inner}` : name;
}

/** An element as selectors say it. */
export function describeTag(tag: string, id: string | null | undefined, classes: string | null | undefined): string {
  return id ? `${tag}#${id}` : tag + (classes ?? "").trim().replace(/^(?=.)|\s+/g, ".");
}

/** What different types of bindings call what they show. */
interface Shown {
  readonly value?: Expression;
  readonly each?: Expression;
  readonly place?: Expression;
  readonly to?: Expression;
  readonly branches?: readonly { readonly when?: Expression }[];
}

/** What a binding shows, much as its author has written it; empty for what shows no value. */
export function describeValue(binding: Binding): string {
  const { value, each, place, to, branches } = binding as Shown;
  const shown = value ?? each ?? place ?? to ?? branches?.[0]?.when;
  const text = shown === undefined ? "" : write(shown, DEEPEST);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function write(expression: Expression, depth: number): string {
  if (!Array.isArray(expression)) return JSON.stringify(expression);
  if (depth === 0) return "…";
  const [operation, ...operands] = expression as [string, ...Expression[]];
  const [first, second] = operands;
  const inside = (all: readonly Expression[]): string[] => all.map((each) => write(each, depth - 1));
  switch (operation) {
    case "data":
      return String(first);
    case "get":
      return `${inside([first as Expression]).join("")}.${String(second)}`;
    case "call":
      return `${String(first)}(${inside(operands.slice(1)).join(", ")})`;
    default:
      return /\w/.test(operation)
        ? `${operation}(${inside(operands).join(", ")})`
        : inside(operands).join(` ${operation} `);
  }
}
