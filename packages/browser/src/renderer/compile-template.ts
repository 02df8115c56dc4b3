import type { Binding, Template } from "@rune/schema";
import { bindings } from "./bindings/index.ts";
import type { BindingScope } from "./bindings/binding-scope.ts";
import type { CompiledBinding, CompiledTemplate } from "./block.ts";
import { findNode } from "./block.ts";
import { buildNodes } from "./build-nodes.ts";
import type { RowNames } from "./data-names.ts";
import { tagOf } from "./element-tag.ts";
import type { RenderContext } from "./render-context.ts";

/**
 * Prepares a template of the page's view: builds its nodes once and compiles its bindings. The reader of the package has
 * checked the view: its markup is allowed, its paths lead to nodes of the right kind.
 */
export function compileTemplate(context: RenderContext, index: number, rows: RowNames = []): CompiledTemplate {
  const template = context.view.templates[index] as Template;
  const { content, autofocus } = buildNodes(template.nodes, context);
  const compiled = template.bindings.map((binding) => compileBinding(binding, content, context, rows));
  return {
    context,
    index,
    content,
    bindings: compiled,
    paths: template.bindings.map(({ at }) => at),
    regions: Array.from(content.childNodes, (_node, root) =>
      template.bindings.findIndex(
        ({ type, at }) => (type === "if" || type === "for") && at.length === 1 && at[0] === root,
      ),
    ),
    autofocus,
  };
}

function compileBinding(
  binding: Binding,
  content: DocumentFragment,
  context: RenderContext,
  rows: RowNames,
): CompiledBinding {
  const node = findNode(content, binding.at);
  const scope: BindingScope = {
    context,
    rows,
    tag: node.nodeType === node.ELEMENT_NODE ? tagOf(node as Element) : "",
    template(index, inner) {
      let compiled: CompiledTemplate | undefined;
      return () => (compiled ??= compileTemplate(context, index, inner));
    },
  };
  const compile = bindings[binding.type] as (binding: Binding, scope: BindingScope) => CompiledBinding;
  return compile(binding, scope);
}
