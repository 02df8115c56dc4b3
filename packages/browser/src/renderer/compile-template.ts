import { isBlockBinding } from "@rune/schema";
import type { Binding, Template, View } from "@rune/schema";
import { bindings } from "./bindings/index.ts";
import type { BindingScope, ViewComponent } from "./bindings/binding-scope.ts";
import type { CompiledBinding, CompiledTemplate } from "./block.ts";
import { buildNodes } from "./build-nodes.ts";
import { tagOf } from "./element-tag.ts";
import { planWalk, walkNodes } from "./node-walk.ts";
import { createReads } from "./reads.ts";
import type { Selector, WatchedObject } from "./reads.ts";
import type { RenderContext } from "./render-context.ts";
import type { RowScope } from "./row.ts";
import type { SelectorRows } from "./lists/selector-rows.ts";

/** A view where it shows: that of the page, or of a component where it is used. */
export interface ViewPlace {
  readonly context: RenderContext;
  readonly view: View;
  readonly component?: ViewComponent;
}

/**
 * Prepares a template of a view: builds its nodes once and compiles its bindings. The reader of the package has
 * checked the view: its markup is allowed, its paths lead to nodes of the right kind.
 */
export function compileTemplate(
  place: ViewPlace,
  index: number,
  rows: readonly RowScope[] = [],
  objects: readonly WatchedObject[] = [],
): CompiledTemplate {
  const { context, view } = place;
  const template = view.templates[index] as Template;
  const built = buildNodes(template.nodes, context);
  const { childNodes, firstChild, lastChild } = built.content;
  // Of one element the element itself is cloned, and paths begin at it.
  const isElement = firstChild === lastChild && firstChild?.nodeType === firstChild?.ELEMENT_NODE;
  const root = isElement ? (firstChild as Element) : built.content;
  // Of the page's own document it is copied sooner.
  const content = built.isStill ? context.document.importNode(root, true) : root;
  const local = (path: readonly number[]): readonly number[] => (isElement ? path.slice(1) : path);
  const { steps, targets } = planWalk([...template.bindings.map(({ at }) => at), ...built.autofocus].map(local));
  const nodes = walkNodes(content, { steps, targets });
  const compiled = template.bindings.map((binding, i) => compileBinding(binding, nodes[i] as Node, place, rows));
  context.isVolatile ||= compiled.some(({ reads }) => reads?.isVolatile);
  const selectors = collectSelectors(compiled, context);
  context.selectors.push(...selectors);
  const watched = collectObjects(compiled, objects);
  return {
    context,
    view,
    index,
    content,
    isStill: built.isStill,
    walk: { steps, targets },
    bindings: compiled,
    regions: Array.from(childNodes, (_node, root) =>
      template.bindings.findIndex(
        (binding) => isBlockBinding(binding) && binding.at.length === 1 && binding.at[0] === root,
      ),
    ),
    listening: listListening(template, compiled),
    objects: watched,
    memory: Array.from({ length: compiled.length + selectors.length + watched.length }, () => undefined),
    selectors,
  };
}

function compileBinding(binding: Binding, node: Node, place: ViewPlace, rows: readonly RowScope[]): CompiledBinding {
  const scope: BindingScope = {
    context: place.context,
    view: place.view,
    component: place.component,
    rows,
    reads: createReads(),
    node,
    tag: node.nodeType === node.ELEMENT_NODE ? tagOf(node as Element) : "",
    compileView: (view, component) => compileTemplate({ context: place.context, view, component }, 0),
    template(index, inner, objects) {
      let compiled: CompiledTemplate | undefined;
      return {
        get: () => (compiled ??= compileTemplate(place, index, inner, objects)),
        known: () => (compiled ? [compiled] : []),
      };
    },
  };
  const compile = bindings[binding.type] as (binding: Binding, scope: BindingScope) => CompiledBinding;
  return { reads: scope.reads, ...compile(binding, scope) };
}

/** What blocks of a template watch, each object once. A binding that is looked at each time need not be told. */
function collectObjects(
  compiled: readonly CompiledBinding[],
  more: readonly WatchedObject[],
): readonly WatchedObject[] {
  const found = new Map(more.map((each) => [each.path, each]));
  for (const { reads } of compiled) {
    for (const each of reads?.isVolatile ? [] : (reads?.objects ?? [])) found.set(each.path, each);
  }
  return [...found.values()];
}

/** What a field holds is in the data before handlers of the same event run. */
function listListening({ bindings: all }: Template, compiled: readonly CompiledBinding[]): number[] {
  const listening = compiled.flatMap(({ listens }, i) => (listens ? [i] : []));
  const isModel = (i: number): boolean => all[i]?.type === "model";
  return [...listening.filter(isModel), ...listening.filter((i) => !isModel(i))];
}

/** The selectors of a template. There are some in rows only. */
function collectSelectors(compiled: readonly CompiledBinding[], { lists }: RenderContext): SelectorRows[] {
  return compiled.flatMap(({ reads }, i) =>
    lists && reads ? reads.selectors.map((selector: Selector) => new lists.SelectorRows(selector, i)) : [],
  );
}
