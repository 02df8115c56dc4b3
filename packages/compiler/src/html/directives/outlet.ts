import { misplacedOutlet, outletConflict } from "../outlet/messages.ts";
import { hasNoElements } from "../names/void-elements.ts";
import type { ElementBinding } from "../page-tree.ts";
import type { DirectiveContext } from "./directive.ts";

/** Directives that fill the element themselves. */
const fillers = new Set(["data-bind", "data-each", "data-model"]);

/** `data-outlet`: the element of a layout that takes the page. */
export function compileOutlet({ page, element, attribute }: DirectiveContext): ElementBinding[] {
  const { reporter } = page;
  const other = element.attributes.find(({ name }) => fillers.has(name));
  if (page.kind !== "layout") reporter.report(misplacedOutlet(page.kind), attribute.nameSpan);
  else if (hasNoElements(element.tag)) reporter.report(outletConflict(`<${element.tag}>`), attribute.nameSpan);
  else if (other) reporter.report(outletConflict(`\`${other.name}\``), attribute.nameSpan);
  else if (element.children.some((child) => child.type === "element" || /[^ \t\n\f\r]/.test(child.value))) {
    reporter.report(outletConflict("what is inside of it"), attribute.nameSpan);
  }
  page.outlets.push(attribute.nameSpan);
  return [{ type: "outlet" }];
}
