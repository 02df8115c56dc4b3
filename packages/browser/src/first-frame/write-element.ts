import { checkAttribute, isUrlAttribute } from "@rune/schema";
import type { Binding, ElementNode, ViewNode } from "@rune/schema";
import { toDeclaration } from "../renderer/css-declarations.ts";
import { listClasses } from "../renderer/bindings/class-list.ts";
import { attributeText, resolveAssets } from "../renderer/set-attribute.ts";
import type { AssetContext } from "../renderer/set-attribute.ts";
import { compileLinkPath } from "../renderer/links/link-path.ts";
import { toText } from "../renderer/to-text.ts";
import { escapeAttribute, escapeText } from "./escape.ts";
import { UNKNOWN } from "./evaluator.ts";
import { showInField } from "./field-values.ts";
import type { FrameElement } from "./field-values.ts";
import { STYLE_ATTRIBUTE, addDeclarations, splitDeclarations } from "./frame-styles.ts";
import type { FrameScope, FrameSource } from "./frame.ts";
import { take } from "./frame.ts";

const empty = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** What a parser reads as text until their end tag, or keeps elsewhere. Nothing is written into these. */
const opaque = new Set("iframe noembed noframes noscript plaintext script style template title xmp".split(" "));

/** Where a parser leaves out the first line break. */
const trimmed = new Set(["listing", "pre", "textarea"]);

/** Writes an element with what its bindings say, as far as that is known. `write` writes children. */
export function writeElement(
  [tag, attributes, ...children]: ElementNode,
  bindings: readonly Binding[],
  scope: FrameScope,
  write: (children: readonly ViewNode[], scope: FrameScope) => string,
): string {
  const { source, inner } = scope.part;
  const element: FrameElement = { tag, attributes: new Map(), text: undefined, chosen: undefined };
  const declarations = new Map<string, string>();
  const context = createAssetContext(source);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "style") addDeclarations(declarations, splitDeclarations(value));
    else setAttribute(element, name, resolveAssets(name, value, context));
  }
  const classes = new Set((attributes["class"] ?? "").split(/\s+/).filter(Boolean));
  let isOutlet = false;
  for (const binding of bindings) {
    if (binding.type === "outlet") isOutlet = true;
    else applyBinding(binding, scope, { element, classes, declarations, context });
  }
  if (classes.size > 0) element.attributes.set("class", [...classes].join(" "));
  setAttribute(element, STYLE_ATTRIBUTE, source.styles.add(declarations));
  const name = tag.replace(/^(svg|math):/, "");
  const isOpaque = opaque.has(tag) || tag === "svg:style" || tag === "svg:script";
  const content = isOutlet
    ? inner
    : isOpaque || empty.has(tag)
      ? ""
      : element.text === undefined
        ? write(children, element.chosen ? { ...scope, chosen: element.chosen } : scope)
        : take(source, escapeText(element.text));
  if (tag === "option" && scope.chosen) chooseOption(element, content, scope.chosen);
  const start = take(source, `<${name}${writeAttributes(element)}>`);
  if (empty.has(tag)) return start;
  const isTrimmed = trimmed.has(tag) && content.startsWith("\n");
  return `${start}${isTrimmed ? "\n" : ""}${content}</${name}>`;
}

interface Target {
  readonly element: FrameElement;
  readonly classes: Set<string>;
  readonly declarations: Map<string, string>;
  readonly context: AssetContext;
}

function applyBinding(binding: Binding, scope: FrameScope, target: Target): void {
  const { element, classes, declarations, context } = target;
  const { evaluator, source } = scope.part;
  if (binding.type === "model") return showInField(element, evaluator.evaluate(binding.place, scope));
  if (binding.type === "link") return applyLink(binding, scope, target);
  if (!("value" in binding)) return undefined;
  const value = evaluator.evaluate(binding.value, scope);
  if (value === UNKNOWN) return undefined;
  switch (binding.type) {
    case "text":
      if (value !== undefined) element.text = toText(value);
      return undefined;
    case "class":
      classes[value ? "add" : "delete"](binding.name);
      return undefined;
    case "show":
      if (!value) declarations.set("display", "none!important");
      return undefined;
    case "style":
      return addStyle(declarations, binding.name, value);
    case "property":
      return applyProperty(element, binding.name, value);
    case "attribute":
      if (binding.name === "class") for (const name of listClasses(value)) classes.add(name);
      else if (binding.name === "style") addStyles(declarations, value);
      else {
        const text = attributeText(binding.name, value);
        const isAllowed = text !== undefined && !checkAttribute(element.tag, binding.name, text, source.policy);
        setAttribute(element, binding.name, isAllowed ? resolveAssets(binding.name, text, context) : undefined);
      }
      return undefined;
  }
}

function applyProperty(element: FrameElement, name: string, value: unknown): void {
  const isField = ["input", "textarea", "select", "option"].includes(element.tag);
  if (name === "value" && !isField) setAttribute(element, name, value == null ? undefined : toText(value));
  else if (name === "value") showInField(element, value, true);
  // Without a script a box is either checked or not.
  else if (name !== "indeterminate") setAttribute(element, name, value ? "" : undefined);
}

function applyLink(
  { to, active }: Extract<Binding, { type: "link" }>,
  scope: FrameScope,
  { element, classes }: Target,
): void {
  const { evaluator, source } = scope.part;
  let isKnown = true;
  const evaluate = compileLinkPath(to, (each) => () => {
    const value = evaluator.evaluate(each, scope);
    if (value === UNKNOWN) isKnown = false;
    return value;
  });
  const path = toText(evaluate(scope.row));
  if (!isKnown) return;
  if (["a", "area", "svg:a"].includes(element.tag)) setAttribute(element, "href", source.href(path));
  if (!source.isCurrent(path)) return;
  setAttribute(element, "aria-current", "page");
  if (active !== undefined) classes.add(active);
}

function addStyles(declarations: Map<string, string>, value: unknown): void {
  if (typeof value === "string") addDeclarations(declarations, splitDeclarations(value));
  else if (typeof value === "object" && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      addStyle(
        declarations,
        name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        each,
      );
    }
  }
}

function addStyle(declarations: Map<string, string>, name: string, value: unknown): void {
  const declaration = toDeclaration(value);
  if (declaration) addDeclarations(declarations, [[name, declaration[0] + (declaration[1] && "!important")]]);
}

function setAttribute({ attributes }: FrameElement, name: string, value: string | undefined): void {
  if (value === undefined) attributes.delete(name);
  else attributes.set(name, value);
}

/** Names that would end the tag are none that a parser has made. */
function writeAttributes({ attributes }: FrameElement): string {
  const written = Array.from(attributes, ([name, value]) =>
    /^[^\s"'<>/=\0]+$/.test(name) ? ` ${name}${value === "" ? "" : `="${escapeAttribute(value)}"`}` : "",
  );
  return written.join("");
}

/** An option whose value is not given has its text for one. `content` is as it is written. */
function chooseOption({ attributes }: FrameElement, content: string, chosen: ReadonlySet<string>): void {
  const value = attributes.get("value");
  const written = value === undefined ? content.trim().replace(/[\t\n\f\r ]+/g, " ") : escapeText(value);
  if (chosen.has(written)) attributes.set("selected", "");
  else attributes.delete("selected");
}

function createAssetContext(source: FrameSource): AssetContext {
  return { rules: { isUrlAttribute }, resolveAsset: source.asset, report: () => {} };
}
