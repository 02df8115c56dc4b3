import type { ExpressionNode } from "../expression/ast.ts";
import type { Span } from "../reporter.ts";
import type {
  CheckedExpression,
  CheckNode,
  EnteredKind,
  ForCheck,
  IfCheck,
  ModelCheck,
  UseCheck,
} from "./check-node.ts";

/**
 * Writes a view as TypeScript, whose checker then knows what its author would be told in an editor: conditions are `if`, rows are `for`,
 * and so rows have the types of elements and conditions narrow what they guard. `a.b` becomes `a?.b`, for a path that leads over nothing
 * gives nothing. Every name of the view begins with `_`, so that none is a global or a word of the language; what begins with `$` is declared
 * by {@link checkPrelude}.
 */

/** A stretch of generated text, and the stretch of the view's text that it stands for. */
export interface CheckPlace {
  start: number;
  end: number;
  source: Span;
}

/** A view as TypeScript. */
export interface GeneratedCheck {
  text: string;
  /** Inner places come before those around them. */
  places: CheckPlace[];
  /** Names that the view takes from around it, rows of the view's own among them. */
  names: ReadonlySet<string>;
  /** The components that the view gives values, by the numbers that the text has for them. */
  uses: readonly CheckedUse[];
}

/** A component that a view gives values. */
export interface CheckedUse {
  /** Name of the component's view. */
  view: string;
  props: readonly string[];
}

/** What the generated text uses besides the names of the view. */
export const checkPrelude: string = `\
type $List = number | readonly unknown[] | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | null | undefined;
type $Row<L> = $List extends L ? any : L extends number ? number : L extends ReadonlyMap<infer K, infer V> ? [K, V] : L extends ReadonlySet<infer T> | readonly (infer T)[] ? T : never;
declare function $rows<L extends $List>(list: L): $Row<L>[];
declare function $key(key: unknown): void;
type $Given<V extends () => unknown, N extends number, K extends string> = Extract<ReturnType<V>, { $use: N }> extends { $props: { [key in K]: infer T } } ? T : undefined;
declare const $number: number;
declare const $text: string | number | null | undefined;
declare const $check: boolean | readonly unknown[];
declare const $list: readonly unknown[] | null | undefined;
declare const $files: { name: string; size: number; type: string; lastModified: number }[] | null | undefined;
declare const $unknown: any;
declare const $option: any;
declare const _$event: { type: string; key: string; code: string; button: number; clientX: number; clientY: number; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; target: { value: string; checked: boolean; name: string; id: string; files: any }; detail: any };
`;

/** Begins the function that the text is the body of: what it may give back is what it gives components. */
export const VIEW_FUNCTION: string = "export function $view() {\n";

/** What a name of a view is called in the generated text. */
export function checkedName(name: string): string {
  return `_${name}`;
}

interface Writer {
  text: string;
  places: CheckPlace[];
  names: Set<string>;
  uses: CheckedUse[];
}

/** Writes what a view does with values. */
export function generateCheck(nodes: readonly CheckNode[]): GeneratedCheck {
  const writer: Writer = { text: "", places: [], names: new Set(), uses: [] };
  writeNodes(writer, nodes);
  return writer;
}

function writeNodes(writer: Writer, nodes: readonly CheckNode[]): void {
  for (const node of nodes) writeNode(writer, node);
}

function writeNode(writer: Writer, node: CheckNode): void {
  switch (node.type) {
    case "value":
      writeExpression(writer, node.expression);
      writer.text += ";\n";
      return;
    case "handler":
      writeHandler(writer, node.expression);
      return;
    case "model":
      writeModel(writer, node);
      return;
    case "use":
      writeUse(writer, node);
      return;
    case "if":
      writeIf(writer, node);
      return;
    case "for":
      writeFor(writer, node);
  }
}

/** The place is compared with what the field gives, and with each option: where both are never the same, it cannot hold that. */
function writeModel(writer: Writer, { place, enters, options = [] }: ModelCheck): void {
  writer.text += "{ const $place = ";
  writeExpression(writer, place);
  writer.text += ";\n";
  const compare = (left: Span, given: string, right: Span): void => {
    writer.text += "(";
    for (const [text, source] of [
      ["$place", left],
      [" === ", undefined],
      [given, right],
    ] as const) {
      if (source) writer.places.push({ start: writer.text.length, end: writer.text.length + text.length, source });
      writer.text += text;
    }
    writer.text += ");\n";
  };
  const span = place.locate(place.node.start, place.node.end);
  compare(span, entered[enters], span);
  // Where the place holds a number, a text becomes one.
  for (const { text, span: at } of options) {
    const number = text.trim() === "" ? Number.NaN : Number(text);
    const types = [JSON.stringify(text), ...(Number.isFinite(number) ? [String(number)] : [])];
    compare(span, `($option as ${types.join(" | ")})`, at);
  }
  writer.text += "}\n";
}

const entered: Readonly<Record<EnteredKind, string>> = {
  text: "$text",
  check: "$check",
  list: "$list",
  files: "$files",
};

/** The name of a handler alone is its call, without arguments. */
function writeHandler(writer: Writer, expression: CheckedExpression): void {
  writeExpression(writer, expression);
  writer.text += expression.node.type === "name" ? "();\n" : ";\n";
}

/** What a component is given is what the view may give back, so that its types can be asked for. */
function writeUse(writer: Writer, { view, props }: UseCheck): void {
  if (view === undefined) {
    for (const { value } of props) writeNode(writer, { type: "value", expression: value });
    return;
  }
  const number = writer.uses.push({ view, props: props.map(({ name }) => name) }) - 1;
  writer.text += `if ($unknown) return $use${number}(${number}, {`;
  for (const { name, value } of props) {
    writer.text += " ";
    const start = writer.text.length;
    writer.text += JSON.stringify(name);
    const source = value.locate(value.node.start, value.node.end);
    writer.places.push({ start, end: writer.text.length, source });
    writer.text += ": ";
    writeExpression(writer, value);
    writer.text += ",";
  }
  writer.text += " });\n";
}

function writeIf(writer: Writer, { branches }: IfCheck): void {
  branches.forEach(({ when, children }, i) => {
    const isElse = i > 0 && i === branches.length - 1 && !when;
    writer.text += i > 0 ? "else " : "";
    if (!isElse) {
      writer.text += "if (";
      if (when) writeExpression(writer, when);
      else writer.text += "$unknown";
      writer.text += ") ";
    }
    writeBlock(writer, children);
  });
}

function writeFor(writer: Writer, { item, index, list, key, filter, children, empty }: ForCheck): void {
  const name = item === "" ? "$row" : checkedName(item);
  writer.text += `for (const ${name} of $rows(`;
  if (list) writeExpression(writer, list);
  else writer.text += "$unknown";
  writer.text += ")) {\n";
  for (const each of new Set(["$index", index])) {
    if (each !== undefined) writer.text += `const ${checkedName(each)}: number = $number;\n`;
  }
  if (key) {
    writer.text += "$key(";
    writeExpression(writer, key);
    writer.text += ");\n";
  }
  if (filter) writeIf(writer, { type: "if", branches: [{ when: filter, children }] });
  else writeNodes(writer, children);
  writer.text += "}\n";
  if (empty.length > 0) writeBlock(writer, empty);
}

function writeBlock(writer: Writer, nodes: readonly CheckNode[]): void {
  writer.text += "{\n";
  writeNodes(writer, nodes);
  writer.text += "}\n";
}

function writeExpression(writer: Writer, { node, locate }: CheckedExpression): void {
  const markFrom = (start: number, span: Span): void => {
    writer.places.push({ start, end: writer.text.length, source: locate(span.start, span.end) });
  };
  const write = (...parts: readonly (string | ExpressionNode)[]): void => {
    for (const part of parts) {
      if (typeof part === "string") writer.text += part;
      else writeNode(part);
    }
  };
  const writeName = (name: string, span: Span): void => {
    const start = writer.text.length;
    writer.text += checkedName(name);
    writer.names.add(name);
    markFrom(start, span);
  };
  const writeMember = (name: string, span: Span): void => {
    const isPlain = /^[A-Za-z_$][\w$]*$/.test(name);
    writer.text += isPlain ? "?." : "?.[";
    const start = writer.text.length;
    writer.text += isPlain ? name : JSON.stringify(name);
    markFrom(start, span);
    if (!isPlain) writer.text += "]";
  };
  const writeInner = (inner: ExpressionNode): void => {
    switch (inner.type) {
      case "literal":
        return write(inner.value === undefined ? "undefined" : JSON.stringify(inner.value));
      case "name":
        return writeName(inner.name, inner);
      case "member":
        write(inner.object);
        return writeMember(inner.name, inner.nameSpan);
      case "index":
        return write(inner.object, "?.[", inner.key, "]");
      case "unary":
        return group(() => write(unary[inner.operator], inner.operand));
      case "binary":
        return group(() => write(inner.left, ` ${binary[inner.operator] ?? inner.operator} `, inner.right));
      case "conditional":
        return group(() => write(inner.condition, " ? ", inner.yes, " : ", inner.no));
      case "text":
        return writeText(inner.parts);
      case "call":
        writeName(inner.callee, inner.calleeSpan);
        return write("(", ...inner.arguments.flatMap((each, i) => (i > 0 ? [", ", each] : [each])), ")");
    }
  };
  const group = (action: () => void): void => {
    writer.text += "(";
    action();
    writer.text += ")";
  };
  const writeText = (parts: readonly ExpressionNode[]): void => {
    writer.text += "`";
    for (const part of parts) if (part.type !== "literal") write("${", part, "}");
    writer.text += "`";
  };
  const writeNode = (inner: ExpressionNode): void => {
    const start = writer.text.length;
    writeInner(inner);
    markFrom(start, inner);
  };
  writeNode(node);
}

const unary = { not: "!", negate: "- ", number: "+ " } as const;
/** The view's `==` does not convert. */
const binary: Readonly<Record<string, string>> = { "==": "===", "!=": "!==" };
