import type { SourceRange } from "@rune/schema";
import type { CompileViewInput } from "../options.ts";
import type { MarkupAttribute, MarkupElement, MarkupNode } from "../parse/markup.ts";
import { parsePage } from "../parse/parse-page.ts";
import { createReporter } from "../reporter.ts";
import { resolveAsset } from "../resources/resolve-asset.ts";
import { createSource } from "../source.ts";
import { nameComponentView, nameInnerView } from "./definition.ts";
import { isProp, propName } from "./read-props.ts";

/** What a file has to do with components, read before anything can be compiled: controllers come first, because views are checked against them. */
export interface ScannedComponents {
  /** The components that the file's views use. */
  uses: ScannedUse[];
  /** Controllers of components that the file defines for itself. */
  controllers: InnerController[];
}

/** A use of a component. */
export interface ScannedUse {
  /** Name of the component's view. */
  view: string;
  /** Names of what it is given. */
  props: string[];
}

/** A `data-controller`. */
export interface InnerController {
  /** Name of the component's view. */
  view: string;
  /** What the author wrote. */
  written: string;
  /** The file that it means, relative to the app's root; absent where it can be none. */
  path?: string;
  range: SourceRange;
}

/** Reads which components a file uses, and which controllers it names. */
export function scanComponents({
  file,
  name,
  kind = "page",
  folder = `pages/${name}`,
  source: text,
  within,
}: CompileViewInput): ScannedComponents {
  const scanned: ScannedComponents = { uses: [], controllers: [] };
  // Most files have nothing of it.
  if (!/data-(?:use|component)/i.test(text)) return scanned;
  const source = createSource(text);
  const { body } = parsePage(source.text, kind, createReporter(file, source), within);
  const elements = listElements(body);
  const templates = new Set(
    elements.filter(({ tag }) => tag === "template").map((each) => read(each, "data-component")),
  );
  for (const element of elements) {
    const use = read(element, "data-use");
    const component = read(element, "data-component");
    const props = element.attributes.filter(isProp).map(propName);
    if (use !== undefined) {
      scanned.uses.push({ view: templates.has(use) ? nameInnerView(name, use) : nameComponentView(use), props });
    }
    if (component === undefined) continue;
    const view = nameInnerView(name, component);
    if (element.tag !== "template") scanned.uses.push({ view, props });
    const attribute = find(element, "data-controller");
    if (!attribute) continue;
    const { start, end } = attribute.valueSpan;
    const resolved = resolveAsset(folder, attribute.value);
    const isFile = "path" in resolved && resolved.suffix === "" && resolved.path.endsWith(".ts");
    const range = source.createRange(start, end);
    scanned.controllers.push({ view, written: attribute.value, range, ...(isFile && { path: resolved.path }) });
  }
  return scanned;
}

function listElements(nodes: readonly MarkupNode[]): MarkupElement[] {
  return nodes.flatMap((node) => (node.type === "element" ? [node, ...listElements(node.children)] : []));
}

function find({ attributes }: MarkupElement, name: string): MarkupAttribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}

function read(element: MarkupElement, name: string): string | undefined {
  return find(element, name)?.value.trim();
}
