import type { Binding, Template } from "@rune/schema";
import { bindings } from "./bindings/index.ts";
import type { BindingScope } from "./bindings/binding-scope.ts";
import type { CompiledBinding, CompiledTemplate } from "./block.ts";
import { buildNodes } from "./build-nodes.ts";
import { tagOf } from "./element-tag.ts";
import { planWalk, walkNodes } from "./node-walk.ts";
import { createReads } from "./reads.ts";
import type { Selector } from "./reads.ts";
import type { RenderContext } from "./render-context.ts";
import type { RowScope } from "./row.ts";
import { SelectorRows } from "./selector-rows.ts";

/**
 * Prepares a template of the page's view: builds its nodes once and compiles its bindings. The reader of the package has
 * checked the view: its markup is allowed, its paths lead to nodes of the right kind.
 */
export function compileTemplate(
  context: RenderContext,
  index: number,
  rows: readonly RowScope[] = [],
): CompiledTemplate {
  const template = context.view.templates[index] as Template;
  const built = buildNodes(template.nodes, context);
  const { childNodes, firstChild, lastChild } = built.content;
  // Of one element the element itself is cloned, and paths begin at it.
  const isElement = firstChild === lastChild && firstChild?.nodeType === firstChild?.ELEMENT_NODE;
  const content = isElement ? (firstChild as Element) : built.content;
  const local = (path: readonly number[]): readonly number[] => (isElement ? path.slice(1) : path);
  const { steps, targets } = planWalk([...template.bindings.map(({ at }) => at), ...built.autofocus].map(local));
  const nodes = walkNodes(content, { steps, targets });
  const compiled = template.bindings.map((binding, i) =>
    compileBinding(binding, nodes[targets[i] as number] as Node, context, rows),
  );
  const selectors = collectSelectors(compiled);
  context.selectors.push(...selectors);
  return {
    context,
    index,
    content,
    walk: { steps, targets },
    bindings: compiled,
    regions: Array.from(childNodes, (_node, root) =>
      template.bindings.findIndex(
        ({ type, at }) => (type === "if" || type === "for") && at.length === 1 && at[0] === root,
      ),
    ),
    listening: compiled.flatMap(({ listens }, i) => (listens ? [i] : [])),
    selectors,
    autofocus: targets.slice(compiled.length),
    isHeld: selectors.length > 0 || compiled.some(({ inner }) => inner !== undefined),
  };
}

function compileBinding(
  binding: Binding,
  node: Node,
  context: RenderContext,
  rows: readonly RowScope[],
): CompiledBinding {
  const scope: BindingScope = {
    context,
    rows,
    reads: createReads(),
    node,
    tag: node.nodeType === node.ELEMENT_NODE ? tagOf(node as Element) : "",
    template(index, inner) {
      let compiled: CompiledTemplate | undefined;
      return {
        get: () => (compiled ??= compileTemplate(context, index, inner)),
        known: () => (compiled ? [compiled] : []),
      };
    },
  };
  const compile = bindings[binding.type] as (binding: Binding, scope: BindingScope) => CompiledBinding;
  return { reads: scope.reads, ...compile(binding, scope) };
}

/** The selectors of a template, each once. */
function collectSelectors(compiled: readonly CompiledBinding[]): SelectorRows[] {
  return compiled.flatMap(({ reads }, i) =>
    (reads?.selectors ?? []).map((selector: Selector) => new SelectorRows(selector, [i])),
  );
}
