import { invalidName, slotOutsideComponent, directiveOnTemplate } from "../messages.ts";
import { structuralNames } from "../directives/find-directive.ts";
import { isWord } from "../names/markup-names.ts";
import type { Scope } from "../names/scope.ts";
import type { PageContext } from "../page-context.ts";
import type { PageNode, SlotBlock } from "../page-tree.ts";
import type { MarkupElement, MarkupNode } from "../parse/markup.ts";
import { DEFAULT_SLOT } from "./read-slots.ts";

/** `<slot name="x">`: the place for what a component is given; what is inside shows where it is given nothing. */
export function transformSlot(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
  transform: (page: PageContext, scope: Scope | undefined, nodes: readonly MarkupNode[]) => PageNode[],
): PageNode[] {
  const { reporter } = page;
  if (page.kind !== "component") reporter.report(slotOutsideComponent(), element.span);
  let name = DEFAULT_SLOT;
  for (const attribute of element.attributes) {
    if (attribute.name === "name") {
      name = attribute.value;
      if (!isWord(name)) reporter.report(invalidName("name", name), attribute.valueSpan);
    } else if (!structuralNames.has(attribute.name) || attribute.name === "data-each") {
      reporter.report(directiveOnTemplate(attribute.name, "slot"), attribute.nameSpan);
    }
  }
  if (!page.slots.has(name)) page.slots.set(name, element.span);
  const fallback = transform(page, scope, element.children);
  const block: SlotBlock = { type: "slot", name, ...(fallback.length > 0 && { fallback }) };
  return [block];
}
